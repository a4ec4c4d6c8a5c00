namespace Memory64.Bench.Guests;

/// <summary>Wasmtime's instance allocators. The names are written as they stand in case ids and tables.</summary>
public enum Allocator
{
    /// <summary>No instance allocator has a part in the case.</summary>
    none,

    /// <summary>Maps and unmaps address space for every instance; the default.</summary>
    OnDemand,

    /// <summary>Takes slots from a pool that was mapped once.</summary>
    Pooling,
}
