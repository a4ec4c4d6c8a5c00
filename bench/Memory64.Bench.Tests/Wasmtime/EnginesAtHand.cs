using System.Collections.Concurrent;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Records;
using Memory64.Engines.Identity;
using Memory64.Engines.Store;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>
/// The engines that tests run: the package's own and those of MEMORY64_ENGINES. All of them live in this one process.
/// </summary>
public static class EnginesAtHand
{
    private const string Package = "package";
    internal const string Variable = "MEMORY64_ENGINES";

    private static readonly string[] Versions =
    [
        "24.0.0",
        "27.0.2",
        "30.0.0",
        "34.0.0",
        "36.0.0",
        "44.0.0",
        "48.0.0",
        "50.0.1",
    ];

    private static readonly TemporaryFolder Folder = new();
    private static readonly EngineStore Store = new(
        EngineStoreOptions.FromEnvironment(
            AppContext.BaseDirectory,
            SuiteVersion.WasmtimePackage,
            Folder.Root
        ) with
        {
            CacheFolder = Folder.At("cache"),
            Clients = [],
        }
    );

    private static readonly Lazy<IReadOnlyList<EngineAtHand>> Found = new(Store.AtHand);
    private static readonly ConcurrentDictionary<string, Lazy<WasmtimeLibrary>> Loaded = new(
        StringComparer.Ordinal
    );

    static EnginesAtHand() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete();

    /// <summary>What theories take as their data: the package's own engine, and of the others those that are at hand.</summary>
    public static TheoryData<string> Names => new([Package, .. Versions.Except(Missing)]);

    /// <summary>The versions that the tests know and that aren't at hand.</summary>
    internal static IReadOnlyList<string> Missing =>
        [.. Versions.Where(version => Place(version) is null)];

    /// <summary>The package's engine; skips the test where the package has none.</summary>
    internal static WasmtimeLibrary Default => Load(Package);

    /// <summary>The package's engine, as guests see it; skips the test where the package has none.</summary>
    internal static IGuestEngine DefaultEngine => Engine(Package);

    /// <summary>The engine of that name, as guests see it; skips the test where there is none.</summary>
    internal static IGuestEngine Engine(string name) => new WasmtimeEngine(Load(name));

    /// <summary>The engine of that name; skips the test where there is none.</summary>
    internal static WasmtimeLibrary Load(string name)
    {
        var specification = name == Package ? SuiteVersion.WasmtimePackage : Place(name);
        Assert.SkipUnless(
            name != Package || EnginePlatform.Current.InPackage,
            "The package has no library for musl."
        );
        Assert.SkipWhen(specification is null, $"{Variable} has no {name} for this machine.");
        return Loaded
            .GetOrAdd(
                name,
                _ => new(() => WasmtimeLibrary.Load(Store.Resolve(specification).LibraryPath))
            )
            .Value;
    }

    /// <summary>The first number of its version.</summary>
    internal static int MajorOf(string name) =>
        int.Parse((name == Package ? SuiteVersion.WasmtimePackage : name).Split('.')[0]);

    // Of the folders of the variable only: the package is its own.
    private static string? Place(string version) =>
        Found
            .Value.FirstOrDefault(engine =>
                engine.Version == version
                && engine.Origin != EngineOrigin.NuGet
                && engine.Problem is null
            )
            ?.Place;

    private static void Delete()
    {
        try
        {
            Folder.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows keeps libraries that are still loaded.
        }
    }
}
