namespace Memory64.Wasmtime;

/// <summary>The pooling instance allocator's settings that this suite varies.</summary>
/// <param name="MaxMemoryBytes">Largest size of one memory, in bytes; each slot reserves at least this much address space.</param>
/// <param name="Slots">How many instances, and how many memories, may be alive at once; 1 or more.</param>
/// <param name="KeepResidentBytes">How much of a freed memory stays resident for the next one, in bytes; 0 gives all back.</param>
public sealed record PoolingAllocation(
    ulong MaxMemoryBytes,
    uint Slots,
    ulong KeepResidentBytes = 0
);
