using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

public sealed class AtHandTests : IDisposable
{
    private readonly StoreFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void All_is_listed_in_the_order_of_the_search_and_nothing_is_extracted_or_loaded()
    {
        var byDefault = _fixture.Write("default.so", TestPackages.Library("default"));
        _fixture.Options = _fixture.Options with
        {
            DefaultLibraryPath = byDefault,
            DefaultVersion = "40.0.0",
        };
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        TestPackages.Wheel(_fixture.Folder, "36.0.0", tag: "other_platform");
        var package = TestPackages.NuGet(_fixture.Folder, "38.0.0");
        var library = _fixture.Write(
            Path.Combine("engines", "39.0.0", EnginePlatform.Current.LibraryName),
            TestPackages.Library("39.0.0")
        );
        var cached = TestPackages.Wheel(_fixture.Cache, "41.0.0");

        Assert.Equal(
            [
                new(
                    "40.0.0",
                    "nuget",
                    byDefault,
                    TestPackages.Sha256(TestPackages.Library("default")),
                    null
                ),
                new(
                    "37.0.0",
                    "wheel",
                    wheel,
                    TestPackages.Sha256(TestPackages.Library("37.0.0")),
                    null
                ),
                new(
                    "38.0.0",
                    "nupkg",
                    package,
                    TestPackages.Sha256(TestPackages.Library("38.0.0")),
                    null
                ),
                new(
                    "39.0.0",
                    "library",
                    library,
                    TestPackages.Sha256(TestPackages.Library("39.0.0")),
                    null
                ),
                new(
                    "41.0.0",
                    "wheel",
                    cached,
                    TestPackages.Sha256(TestPackages.Library("41.0.0")),
                    null
                ),
            ],
            _fixture.Store.AtHand()
        );
        Assert.Equal(
            [cached],
            Directory.EnumerateFileSystemEntries(_fixture.Cache),
            StringComparer.Ordinal
        );
        Assert.Empty(_fixture.Inspected);
    }

    [Fact]
    public void What_would_be_refused_is_listed_with_the_reason()
    {
        var old = TestPackages.Wheel(_fixture.Folder, "23.0.0");
        var damaged = _fixture.Write(Path.Combine("engines", "wasmtime.37.0.0.nupkg"), [1, 2, 3]);
        var spoilt = TestPackages.Wheel(_fixture.Folder, "38.0.0", spoilRecord: _ => "");

        var found = _fixture.Store.AtHand();

        Assert.Equal(
            [old, spoilt, damaged],
            found.Select(engine => engine.Place),
            StringComparer.Ordinal
        );
        Assert.All(found, engine => Assert.Null(engine.Sha256));
        Assert.Contains("too old", found[0].Problem, StringComparison.Ordinal);
        Assert.Contains("has no SHA-256 of", found[1].Problem, StringComparison.Ordinal);
        Assert.Contains("damaged or cut short", found[2].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_folder_nothing_is_at_hand() => Assert.Empty(_fixture.Store.AtHand());
}
