namespace Memory64.Wasmtime;

/// <summary>What only some engines offer; recognised by an exported symbol, never by a version text.</summary>
public enum EngineFeature
{
    /// <summary>The pooling instance allocator (exported from 32 on).</summary>
    PoolingAllocation,

    /// <summary>The choice whether a growing memory may be relocated (from 28 on).</summary>
    MemoryMayMove,

    /// <summary>The choice between signals and explicit checks for traps (from 39 on).</summary>
    SignalsBasedTraps,

    /// <summary>Directories of WASI that a guest may read and not change (from 27 on).</summary>
    ReadOnlyDirectories,
}
