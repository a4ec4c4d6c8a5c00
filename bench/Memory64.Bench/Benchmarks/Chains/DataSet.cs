using Memory64.Bench.Benchmarks.Shared;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>How much is accessed at random. The names are written as they stand in case ids and tables.</summary>
public enum DataSet
{
    /// <summary>The case has no such set.</summary>
    none,

    /// <summary>16 KiB, which the first-level cache holds: what is left is the cost of the instructions.</summary>
    cached,

    /// <summary>A <see cref="LargeSet"/>, which no cache holds but a very large one: what is left is the cost of the memory.</summary>
    uncached,
}
