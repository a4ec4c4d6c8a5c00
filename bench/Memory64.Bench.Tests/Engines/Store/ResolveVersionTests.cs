using System.Runtime.InteropServices;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>Where a version is looked for, and in which order.</summary>
public sealed class ResolveVersionTests : IDisposable
{
    private readonly StoreFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Exactly_the_default_version_is_the_default_even_if_a_folder_has_it()
    {
        var library = _fixture.Write("default.so", TestPackages.Library("default"));
        _fixture.Options = _fixture.Options with
        {
            DefaultVersion = "37.0.0",
            DefaultLibraryPath = library,
        };
        TestPackages.Wheel(_fixture.Folder, "37.0.0");

        var expected = new EngineBuild(
            "37.0.0",
            "nuget",
            library,
            TestPackages.Sha256(TestPackages.Library("default"))
        );
        Assert.Equal(expected, _fixture.Store.Resolve("37.0.0"));
        Assert.Equal(expected, _fixture.Store.Default);
    }

    [Fact]
    public void A_default_with_another_hash_than_listed_is_refused()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "No library is listed for musl.");
        var library = _fixture.Write("default.so", TestPackages.Library("default"));
        _fixture.Options = _fixture.Options with { DefaultLibraryPath = library };
        Assert.StartsWith(
            $"{library} is tampered or damaged",
            Refusal.Of(() => _ = _fixture.Store.Default),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_the_package_has_no_library_the_default_is_refused_and_its_version_looked_for()
    {
        var musl = EnginePlatform.Of(OSPlatform.Linux, Architecture.X64, musl: true);
        _fixture.Options = _fixture.Options with { Platform = musl, DefaultVersion = "37.0.0" };
        var wheel = TestPackages.Zip(
            Path.Combine(_fixture.Folder, "wasmtime-37.0.0-py3-none-musllinux_1_2_x86_64.whl")
        );

        Assert.Equal(
            "The package Wasmtime 37.0.0 has no library for linux-musl-x64: name another engine, such as the path of a musllinux x86_64 wheel.",
            Refusal.Of(() => _ = _fixture.Store.Default)
        );
        Assert.StartsWith(
            wheel,
            Refusal.Of(() => _fixture.Store.Resolve("37.0.0")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_first_folder_wins_and_the_cache_is_last()
    {
        var (first, second) = (_fixture.At("first"), _fixture.At("second"));
        _fixture.Options = _fixture.Options with { Folders = [first, second] };
        foreach (
            var (folder, seed) in new[]
            {
                (_fixture.Cache, "cache"),
                (second, "second"),
                (first, "first"),
            }
        )
        {
            TestPackages.Wheel(folder, "37.0.0", TestPackages.Library(seed));
            Assert.Equal(
                TestPackages.Sha256(TestPackages.Library(seed)),
                _fixture.Store.Resolve("37.0.0").Sha256
            );
        }
    }

    [Fact]
    public void In_a_folder_all_kinds_are_recognised_and_wheels_come_first()
    {
        var name = EnginePlatform.Current.LibraryName;
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));

        _fixture.Write(
            Path.Combine("engines", $"{stem}-37.0.0{extension}"),
            TestPackages.Library("bare")
        );
        Assert.Equal(("37.0.0", "library", "bare"), Found());
        _fixture.Write(Path.Combine("engines", "37.0.0", name), TestPackages.Library("folder"));
        Assert.Equal(("37.0.0", "library", "folder"), Found());
        TestPackages.NuGet(
            _fixture.Folder,
            "37.0.0",
            TestPackages.Library("package"),
            "Wasmtime.37.0.0.nupkg"
        );
        Assert.Equal(("37.0.0", "nupkg", "package"), Found());
        TestPackages.Wheel(_fixture.Folder, "37.0.0", TestPackages.Library("wheel"));
        Assert.Equal(("37.0.0", "wheel", "wheel"), Found());

        (string, string, string) Found()
        {
            var build = _fixture.Store.Resolve("37.0.0");
            return (build.Version, build.Origin, File.ReadAllText(build.LibraryPath));
        }
    }

    [Fact]
    public void Other_versions_and_other_files_are_passed_over()
    {
        TestPackages.Wheel(_fixture.Folder, "37.0.1");
        _fixture.Write(Path.Combine("engines", "37.0.0", "readme.txt"), []);
        _fixture.Write(Path.Combine("engines", "libwasmtime-37.0.so"), []);
        _fixture.Write(Path.Combine("engines", EnginePlatform.Current.LibraryName), []);
        _fixture.Write(Path.Combine("engines", "wasmtime.nupkg"), []);
        Assert.StartsWith(
            "Wasmtime 37.0.0 was not found.",
            Refusal.Of(() => _fixture.Store.Resolve("37.0.0")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_damaged_find_is_an_error_and_not_passed_over()
    {
        var client = new FakeClient(
            "client",
            (version, folder) => TestPackages.Wheel(folder, version)
        );
        _fixture.Options = _fixture.Options with { Clients = [client] };
        var file = _fixture.Write(
            Path.Combine("engines", $"wasmtime-37.0.0-py3-none-{TestPackages.WheelTag}.whl"),
            []
        );
        Assert.StartsWith(
            $"{file} is damaged",
            Refusal.Of(() => _fixture.Store.Resolve("37.0.0")),
            StringComparison.Ordinal
        );
        Assert.Equal(0, client.Calls);
    }

    [Fact]
    public void When_nothing_is_found_the_message_lists_what_was_tried()
    {
        var linux = EnginePlatform.Of(OSPlatform.Linux, Architecture.X64, musl: false);
        _fixture.Options = _fixture.Options with
        {
            Platform = linux,
            Folders = [_fixture.Folder, _fixture.At("missing"), _fixture.Write("file", [])],
            Clients =
            [
                FakeClient.Without("NuGet", "NU1102: no such version"),
                FakeClient.Without("pip", "no pip on this machine."),
            ],
        };
        TestPackages.Wheel(_fixture.Folder, "37.0.0", tag: "win_amd64");
        Directory.CreateDirectory(_fixture.Cache);

        var message = Refusal.Of(() => _fixture.Store.Resolve("37.0.0"));

        string[] parts =
        [
            "Wasmtime 37.0.0 was not found. Tried: ",
            $"{_fixture.Folder} (only for other platforms: wasmtime-37.0.0-py3-none-win_amd64.whl); ",
            $"{_fixture.At("missing")} (no such folder); ",
            $"{_fixture.At("file")} (",
            $"{_fixture.Cache} (has none); ",
            "NuGet (NU1102: no such version); pip (no pip on this machine). ",
            "Put wasmtime-37.0.0-py3-none-manylinux*_x86_64.whl into a folder and set MEMORY64_ENGINES to that folder, or give the file's path.",
        ];
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wheel_for_another_platform_is_passed_over_where_one_fits()
    {
        TestPackages.Wheel(_fixture.Folder, "37.0.0", tag: "any");
        TestPackages.Wheel(_fixture.Folder, "37.0.0", tag: "linux_sparc");
        TestPackages.Wheel(_fixture.Folder, "37.0.0", TestPackages.Library("fits"));
        Assert.Equal(
            TestPackages.Sha256(TestPackages.Library("fits")),
            _fixture.Store.Resolve("37.0.0").Sha256
        );
    }

    [Fact]
    public void A_version_that_is_too_old_is_refused_before_anything_is_looked_for()
    {
        var client = new FakeClient(
            "client",
            (version, folder) => TestPackages.Wheel(folder, version)
        );
        _fixture.Options = _fixture.Options with { Clients = [client] };
        TestPackages.Wheel(_fixture.Folder, "23.0.0");
        Assert.StartsWith(
            "Wasmtime 23.0.0 is too old",
            Refusal.Of(() => _fixture.Store.Resolve("23.0.0")),
            StringComparison.Ordinal
        );
        Assert.Equal(0, client.Calls);
    }

    [Theory]
    [InlineData("fifty")]
    [InlineData("37")]
    [InlineData("")]
    public void Get_takes_versions_only(string text) =>
        Assert.Contains(
            "is no Wasmtime version",
            Refusal.Of(() => _fixture.Store.Get(text)),
            StringComparison.Ordinal
        );
}
