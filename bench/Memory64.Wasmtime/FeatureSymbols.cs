namespace Memory64.Wasmtime;

/// <summary>The exported symbol by which an engine's feature is recognised.</summary>
internal static class FeatureSymbols
{
    public static string Of(EngineFeature feature) =>
        feature switch
        {
            EngineFeature.PoolingAllocation => "wasmtime_pooling_allocation_config_new",
            EngineFeature.MemoryMayMove => "wasmtime_config_memory_may_move_set",
            EngineFeature.SignalsBasedTraps => "wasmtime_config_signals_based_traps_set",
            // Permissions have no symbol of their own; this one came with the same version, 27.
            EngineFeature.ReadOnlyDirectories => "wasmtime_config_memory_guard_size_set",
            _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "no such feature"),
        };
}
