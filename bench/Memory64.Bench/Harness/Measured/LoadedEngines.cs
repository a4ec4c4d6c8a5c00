using Memory64.Bench.Guests;
using Memory64.Bench.Guests.V8;
using Memory64.Engines.Identity;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Measured;

/// <summary>The engines of this process, each loaded or started once.</summary>
public static class LoadedEngines
{
    private static readonly Dictionary<string, WasmtimeLibrary> Loaded = new(
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, V8Engine> Started = new(StringComparer.Ordinal);

    /// <summary>Ids of the processes of engines that have one of their own.</summary>
    public static IEnumerable<int> Processes =>
        Started.Values.Select(engine => engine.ProcessId).OfType<int>();

    /// <summary>The Wasmtime of a path.</summary>
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

    /// <summary>The engine of a path.</summary>
    /// <param name="kind">Whose it is.</param>
    /// <param name="path">Absolute path of the native library, or of the program.</param>
    /// <exception cref="WasmtimeException">It can't be loaded.</exception>
    public static IGuestEngine Of(EngineKind kind, string path)
    {
        if (kind == EngineKind.Wasmtime)
        {
            return new WasmtimeEngine(Of(path));
        }

        if (!Started.TryGetValue(path, out var engine))
        {
            engine = new V8Engine(path);
            Started.Add(path, engine);
        }

        return engine;
    }
}
