namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>How C# reaches the engine. The names are written as they stand in case ids and tables.</summary>
public enum Api
{
    /// <summary>This suite's own binding.</summary>
    binding,

    /// <summary>The API of the <c>Wasmtime</c> package.</summary>
    official,
}
