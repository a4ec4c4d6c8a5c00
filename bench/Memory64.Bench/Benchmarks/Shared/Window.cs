namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>Where a window of addresses lies. The names are written as they stand in case ids and tables.</summary>
public enum Window
{
    /// <summary>The case has no window.</summary>
    none,

    /// <summary>Wholly below 4 GiB.</summary>
    below,

    /// <summary>Its middle is the 4 GiB line.</summary>
    across,

    /// <summary>Wholly above 4 GiB.</summary>
    above,
}
