using Memory64.Engines.Identity;
using Memory64.Engines.Store;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>The whole way with real engines: the default one, and those of MEMORY64_ENGINES.</summary>
public sealed class RealEngineTests : IDisposable
{
    private const string Variable = "MEMORY64_ENGINES";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_default_engine_passes_all_checks()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        var build = Store().Default;
        var listed = KnownEngines.Default.Libraries.Single(library =>
            library.Sha256.Equals(build.Sha256, StringComparison.Ordinal)
        );
        Assert.Equal(("50.0.1", "nuget"), (build.Version, build.Origin));
        Assert.Equal(
            ("50.0.1", "nuget", EnginePlatform.Current.Name),
            (listed.Version, listed.Origin, listed.Platform)
        );
    }

    [Fact]
    public void Every_engine_at_hand_passes_all_checks_and_is_the_one_listed()
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)),
            $"{Variable} is not set."
        );
        var store = Store();
        var found = store
            .AtHand()
            .Where(engine => engine.Origin is not EngineOrigin.NuGet)
            .ToArray();
        Assert.SkipWhen(found.Length == 0, $"{Variable} has no engine for this machine.");
        foreach (var engine in found)
        {
            Assert.Null(engine.Problem);
            var build = store.Resolve(engine.Place);
            Assert.Equal(
                (engine.Version, engine.Origin, engine.Sha256),
                (build.Version, build.Origin, build.Sha256)
            );
            Assert.Equal(build.Sha256, FileGuard.Sha256(build.LibraryPath));

            // A library alone is recognised again by its hash, where that is listed; a program says what it is.
            var bare = store.Resolve(build.LibraryPath);
            Assert.Equal(
                build.Kind == EngineKind.V8
                    ? (engine.Version, EngineOrigin.Node)
                    : (
                        KnownEngines.Default.VersionOf(build.Sha256) ?? "unknown",
                        EngineOrigin.Library
                    ),
                (bare.Version, bare.Origin)
            );
        }
    }

    [Fact]
    public void One_wheel_of_the_variable_is_found_by_its_version()
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)),
            $"{Variable} is not set."
        );
        var store = Store();
        var other = store
            .AtHand()
            .FirstOrDefault(engine => engine.Version is not "50.0.1" && engine.Problem is null);
        Assert.SkipWhen(other is null, $"{Variable} has no second version for this machine.");
        Assert.Equal(
            (other.Version, other.Sha256),
            (store.Get(other.Version).Version, store.Get(other.Version).Sha256)
        );
    }

    private EngineStore Store() =>
        new(
            EngineStoreOptions.FromEnvironment(
                AppContext.BaseDirectory,
                "50.0.1",
                _folder.Root
            ) with
            {
                CacheFolder = _folder.At("cache"),
                Clients = [],
            }
        );
}
