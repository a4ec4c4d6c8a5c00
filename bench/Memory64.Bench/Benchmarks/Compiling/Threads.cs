namespace Memory64.Bench.Benchmarks.Compiling;

/// <summary>By how many threads an engine compiles.</summary>
public enum Threads
{
    /// <summary>It doesn't compile.</summary>
    none,

    /// <summary>One.</summary>
    one,

    /// <summary>As many as it likes, which is its default.</summary>
    all,
}
