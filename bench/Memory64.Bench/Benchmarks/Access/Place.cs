namespace Memory64.Bench.Benchmarks.Access;

/// <summary>Where a single access lies. The names are written as they stand in case ids and tables.</summary>
public enum Place
{
    /// <summary>The case has no such place.</summary>
    none,

    /// <summary>Inside one cache line.</summary>
    aligned,

    /// <summary>Half on one page of the machine, half on the next, at the 1 GiB line.</summary>
    acrossPage,

    /// <summary>Half below and half above 4 GiB; that is across a page too.</summary>
    across4GiB,
}
