using System.Diagnostics.CodeAnalysis;

namespace Memory64.Bench.Benchmarks.Residence;

/// <summary>Who gets a memory back. The names are written as they stand in case ids and tables.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "these are the field's own words")]
public enum Keeper
{
    /// <summary>The system: the engine allocates on demand.</summary>
    system,

    /// <summary>A pool, which keeps the slot and gives its pages back.</summary>
    pool,

    /// <summary>A pool that keeps up to 512 MiB of each slot resident.</summary>
    poolKeeps512MiB,
}
