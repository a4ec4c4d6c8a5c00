using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Measured;

/// <summary>The engines of a measured process: its own, which the host names by an environment variable, and those it duels with.</summary>
public static class ProcessEngine
{
    /// <summary>Holds the absolute path of the native library.</summary>
    public const string Variable = "MEMORY64_ENGINE_LIBRARY";

    private static readonly Dictionary<string, WasmtimeLibrary> Loaded = new(
        StringComparer.Ordinal
    );

    /// <summary>The process's own engine.</summary>
    /// <exception cref="InvalidOperationException">No engine was named: the process wasn't started by the program.</exception>
    public static WasmtimeLibrary Library =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? Load(path)
            : throw new InvalidOperationException(
                $"{Variable} is not set: start measurements by {Repository.Launcher}"
            );

    /// <summary>The engine of a path, loaded once.</summary>
    /// <param name="path">Absolute path of the native library.</param>
    public static WasmtimeLibrary Load(string path)
    {
        if (!Loaded.TryGetValue(path, out var library))
        {
            library = WasmtimeLibrary.Load(path);
            Loaded.Add(path, library);
        }

        return library;
    }
}
