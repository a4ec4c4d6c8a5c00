namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>The one thing that differs from the default. The names are written as they stand in case ids and tables.</summary>
public enum Setting
{
    /// <summary>Nothing: what every other is compared with.</summary>
    byDefault,

    /// <summary>16 GiB of address space reserved for a memory, as much as it can ever need, instead of 4 GiB.</summary>
    reservation,

    /// <summary>None reserved.</summary>
    noReservation,

    /// <summary>16 GiB reserved beyond a memory that has outgrown its reservation, instead of 2 GiB.</summary>
    growthReservation,

    /// <summary>8 GiB of guard behind a memory, instead of 32 MiB (of 2 GiB or 64 KiB before Wasmtime 27).</summary>
    largeGuard,

    /// <summary>No guard.</summary>
    noGuard,

    /// <summary>A memory may not move.</summary>
    staysPut,

    /// <summary>A memory that begins as large as it can become; the guest's own declaration, no setting of the engine.</summary>
    fixedSize,

    /// <summary>No mitigation of Spectre in accesses to memory.</summary>
    noSpectre,

    /// <summary>Explicit checks in place of signals, without mitigation of Spectre: that needs signals.</summary>
    noSignals,

    /// <summary>Initial contents are copied, not mapped copy-on-write.</summary>
    noCopyOnWrite,

    /// <summary>Instances from a pool, which gives all pages back.</summary>
    pooled,

    /// <summary>Instances from a pool, which keeps the first 1 MiB of a memory resident.</summary>
    keepsResident,

    /// <summary>Huge pages asked for by madvise.</summary>
    hugePages,
}
