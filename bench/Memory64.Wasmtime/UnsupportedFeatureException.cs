namespace Memory64.Wasmtime;

/// <summary>The loaded engine lacks what was asked of it; recorded as the reason of a skip.</summary>
public sealed class UnsupportedFeatureException(EngineFeature feature, string symbol)
    : WasmtimeException($"this engine's C API has no {symbol} (needed for {feature})")
{
    /// <summary>What the engine lacks.</summary>
    public EngineFeature Feature { get; } = feature;
}
