using System.Collections.Concurrent;
using Memory64.Bench.Harness.Recording;
using Memory64.Bench.Tests.Engines;
using Memory64.Engines;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>
/// The engines that tests run: the package's own and those of MEMORY64_ENGINES. All of them live in this one process.
/// </summary>
public static class EnginesAtHand
{
    private const string Package = "package";
    private const string Variable = "MEMORY64_ENGINES";

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

    /// <summary>What theories take as their data; those that aren't at hand are skipped by <see cref="Load"/>.</summary>
    public static TheoryData<string> Names => new([Package, .. Versions]);

    /// <summary>The package's engine; skips the test where the package has none.</summary>
    internal static WasmtimeLibrary Default => Load(Package);

    /// <summary>The engine of that name; skips the test where there is none.</summary>
    internal static WasmtimeLibrary Load(string name)
    {
        var specification = name == Package ? SuiteVersion.WasmtimePackage : Place(name);
        Assert.SkipUnless(
            name != Package || EnginePlatform.Current.InPackage,
            "The package has no library for musl."
        );
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

    private static string Place(string version)
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)),
            $"{Variable} is not set."
        );
        var engine = Found.Value.FirstOrDefault(engine =>
            engine.Version == version && engine.Origin != EngineOrigin.NuGet
        );
        Assert.SkipWhen(engine is null, $"{Variable} has no {version} for this machine.");
        return engine.Place;
    }

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
