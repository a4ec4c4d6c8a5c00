using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness.Records;
using Memory64.Engines.Identity;
using Memory64.Engines.Store;

namespace Memory64.Bench.Commands.Sessions;

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
        $"{(engine.Kind == EngineKind.Wasmtime ? "Wasmtime " : "")}{engine.Version} ({(engine.Runtime is { } runtime ? $"{runtime}, " : "")}{engine.Origin}, {ShortHash(engine.Sha256)})";

    /// <summary>Enough of a SHA-256 to tell builds apart by eye.</summary>
    public static string ShortHash(string sha256) => sha256[..12];

    /// <summary>The engine that the user names, or the default one.</summary>
    /// <param name="specification">What <see cref="ChosenEngine.Parse"/> takes.</param>
    /// <exception cref="UsageException">The specification can't be understood.</exception>
    /// <exception cref="EngineException">There is no such engine.</exception>
    public static EngineBuild Find(string? specification) =>
        specification is null
            ? Store.Default
            : Store.Resolve(ChosenEngine.Parse(specification).Place);
}
