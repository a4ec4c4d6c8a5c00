using Memory64.Bench.Harness.Recording;
using Memory64.Engines;

namespace Memory64.Bench.Commands;

/// <summary>The engine store as the program sets it up.</summary>
internal static class EngineLocator
{
    /// <summary>The store that looks where a user expects.</summary>
    public static EngineStore Store { get; } =
        new(
            EngineStoreOptions.FromEnvironment(
                AppContext.BaseDirectory,
                SuiteVersion.WasmtimePackage,
                Environment.CurrentDirectory
            )
        );

    /// <summary>Version, origin and the beginning of the hash, as commands name an engine.</summary>
    public static string Describe(EngineBuild engine) =>
        $"Wasmtime {engine.Version} ({engine.Origin}, {ShortHash(engine.Sha256)})";

    /// <summary>Enough of a SHA-256 to tell builds apart by eye.</summary>
    public static string ShortHash(string sha256) => sha256[..12];

    /// <summary>The engine of a version or path, or the default one.</summary>
    /// <exception cref="UsageException">The specification is empty.</exception>
    /// <exception cref="EngineException">There is no such engine.</exception>
    public static EngineBuild Find(string? specification) =>
        specification is null ? Store.Default
        : specification.Trim().Length == 0
            ? throw new UsageException("--engine: name a version or a path")
        : Store.Resolve(specification);
}
