namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>How much a program works on. The names are written as they stand in case ids and tables.</summary>
public enum DataSet
{
    /// <summary>What the first-level cache holds, or nearly: 10 to 32 KiB.</summary>
    cached,

    /// <summary>About 128 MiB in the memory64, the same work on every machine: more than most caches hold.</summary>
    uncached,

    /// <summary>6 GiB, from 1 to 7 GiB: what a memory32 can't hold.</summary>
    beyond4GiB,
}
