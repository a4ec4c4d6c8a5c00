using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Measured;

/// <summary>The one engine of a measured process; the host names it by an environment variable.</summary>
public static class ProcessEngine
{
    /// <summary>Holds the absolute path of the native library.</summary>
    public const string Variable = "MEMORY64_ENGINE_LIBRARY";

    private static readonly Lazy<WasmtimeLibrary> Loaded = new(Load);

    /// <summary>The loaded engine.</summary>
    /// <exception cref="InvalidOperationException">No engine was named: the process wasn't started by the program.</exception>
    public static WasmtimeLibrary Library => Loaded.Value;

    private static WasmtimeLibrary Load() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? WasmtimeLibrary.Load(path)
            : throw new InvalidOperationException(
                $"{Variable} is not set: start measurements by {Repository.Launcher}"
            );
}
