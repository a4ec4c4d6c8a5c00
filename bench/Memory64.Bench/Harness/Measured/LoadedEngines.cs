using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Measured;

/// <summary>The engines of this process, each loaded once.</summary>
public static class LoadedEngines
{
    private static readonly Dictionary<string, WasmtimeLibrary> Loaded = new(
        StringComparer.Ordinal
    );

    /// <summary>The engine of a path.</summary>
    /// <param name="path">Absolute path of the native library.</param>
    /// <exception cref="WasmtimeException">It can't be loaded.</exception>
    public static WasmtimeLibrary Of(string path)
    {
        if (!Loaded.TryGetValue(path, out var library))
        {
            library = WasmtimeLibrary.Load(path);
            Loaded.Add(path, library);
        }

        return library;
    }
}
