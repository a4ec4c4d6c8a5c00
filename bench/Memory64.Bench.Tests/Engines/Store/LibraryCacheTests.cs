using Memory64.Engines.Identity;
using Memory64.Engines.Store;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

public sealed class LibraryCacheTests : IDisposable
{
    private readonly StoreFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_library_is_extracted_once_under_its_packages_hash()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var build = _fixture.Store.Resolve(wheel);
        var written = File.GetLastWriteTimeUtc(build.LibraryPath);

        Assert.Equal(build, _fixture.Store.Resolve(wheel));
        Assert.Equal(
            FileGuard.Sha256(wheel),
            Path.GetFileName(Path.GetDirectoryName(build.LibraryPath))
        );
        Assert.StartsWith(_fixture.Cache, build.LibraryPath, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(build.LibraryPath));
        Assert.Equal(TestPackages.Library("37.0.0"), File.ReadAllBytes(build.LibraryPath));
    }

    [Fact]
    public void A_damaged_library_is_extracted_again()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var build = _fixture.Store.Resolve(wheel);
        File.WriteAllText(build.LibraryPath, "damaged");

        Assert.Equal(build, _fixture.Store.Resolve(wheel));
        Assert.Equal(build.Sha256, FileGuard.Sha256(build.LibraryPath));
    }

    [Fact]
    public void A_library_whose_hash_was_never_written_is_extracted_again()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var build = _fixture.Store.Resolve(wheel);
        File.Delete(build.LibraryPath + ".sha256");
        File.WriteAllText(build.LibraryPath, "half th");

        Assert.Equal(build, _fixture.Store.Resolve(wheel));
        Assert.Equal(build.Sha256, FileGuard.Sha256(build.LibraryPath));
    }

    [Fact]
    public void Whoever_has_a_library_open_keeps_it_when_it_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows doesn't replace a file in use.");
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var build = _fixture.Store.Resolve(wheel);
        File.WriteAllText(build.LibraryPath, "damaged");

        // A file written in place would change under a process that has mapped it.
        using var open = new StreamReader(build.LibraryPath);
        _fixture.Store.Resolve(wheel);

        Assert.Equal("damaged", open.ReadToEnd());
        Assert.Equal(build.Sha256, FileGuard.Sha256(build.LibraryPath));
    }

    [Fact]
    public void A_refused_library_leaves_nothing_behind()
    {
        var wheel = TestPackages.Wheel(
            _fixture.Folder,
            "37.0.0",
            spoilRecord: record => record.Replace("sha256=", "sha256=0", StringComparison.Ordinal)
        );
        Refusal.Of(() => _fixture.Store.Resolve(wheel));
        Assert.Empty(Directory.EnumerateFiles(_fixture.Cache, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Many_may_extract_the_same_at_once()
    {
        // Large enough that extractions overlap.
        var library = new byte[4 << 20];
        new Random(1).NextBytes(library);
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0", library);
        var options = _fixture.Options with { Inspect = (_, _) => { } };
        using var start = new Barrier(8);

        var builds = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait(TestContext.Current.CancellationToken);
                            var build = new EngineStore(options).Resolve(wheel);
                            return (build, FileGuard.Sha256(build.LibraryPath));
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        Assert.Equal(
            (builds[0].build, TestPackages.Sha256(library)),
            Assert.Single(builds.Distinct())
        );
        Assert.Equal(
            2,
            Directory.EnumerateFiles(_fixture.Cache, "*", SearchOption.AllDirectories).Count()
        );
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_named()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var file = _fixture.Write("file", []);
        _fixture.Options = _fixture.Options with { CacheFolder = Path.Combine(file, "cache") };
        var message = Refusal.Of(() => _fixture.Store.Resolve(wheel));
        Assert.StartsWith(
            $"{file}{Path.DirectorySeparatorChar}cache, the cache of engines, can't be written: ",
            message,
            StringComparison.Ordinal
        );
    }
}
