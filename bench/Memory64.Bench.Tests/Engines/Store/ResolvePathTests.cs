using System.Runtime.InteropServices;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>What a user gets who names a file.</summary>
public sealed class ResolvePathTests : IDisposable
{
    private readonly StoreFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_wheel_gives_its_library()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var build = _fixture.Store.Resolve(wheel);
        Assert.Equal(
            ("37.0.0", "wheel", TestPackages.Sha256(TestPackages.Library("37.0.0"))),
            (build.Version, build.Origin, build.Sha256)
        );
        Assert.Equal([(build.LibraryPath, wheel)], _fixture.Inspected);
    }

    [Theory]
    [InlineData("wasmtime.37.0.0.nupkg")]
    [InlineData("Wasmtime.37.0.0.NUPKG")]
    [InlineData("renamed.nupkg")]
    public void A_NuGet_package_says_itself_what_it_is(string name)
    {
        var build = _fixture.Store.Resolve(
            TestPackages.NuGet(_fixture.Folder, "37.0.0", fileName: name)
        );
        Assert.Equal(("37.0.0", "nupkg"), (build.Version, build.Origin));
        Assert.Equal(TestPackages.Library("37.0.0"), File.ReadAllBytes(build.LibraryPath));
    }

    [Fact]
    public void An_unknown_library_is_taken_where_it_lies()
    {
        var library = _fixture.Write("my-build.so", TestPackages.Library());
        Assert.Equal(
            new("unknown", "library", library, TestPackages.Sha256(TestPackages.Library())),
            _fixture.Store.Resolve(library)
        );
        Assert.False(Directory.Exists(_fixture.Cache));
    }

    [Theory]
    [InlineData("libwasmtime.so.50")]
    [InlineData("libwasmtime.so.50.0.1")]
    [InlineData("newest")]
    public void A_library_of_any_name_is_known_by_its_content(string name)
    {
        var elf = _fixture.Write(name, [.. "\u007fELF"u8, .. TestPackages.Library()]);
        var build = _fixture.Store.Resolve(elf);
        Assert.Equal(("unknown", "library", elf), (build.Version, build.Origin, build.LibraryPath));
    }

    [Fact]
    public void A_link_of_any_name_is_what_it_points_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege on Windows.");
        var library = _fixture.Write(
            Path.Combine("38.0.0", EnginePlatform.Current.LibraryName),
            TestPackages.Library("38.0.0")
        );
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        var text = _fixture.Write("engine.txt", []);

        Assert.Equal(
            library,
            _fixture.Store.Resolve(Link("current", "second", library)).LibraryPath
        );
        Assert.Equal("37.0.0", _fixture.Store.Resolve(Link("latest", "third", wheel)).Version);
        Assert.StartsWith(
            $"{text} is neither a library",
            Refusal.Of(() => _fixture.Store.Resolve(Link("other", "fourth", text))),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ": there is no such file.",
            Refusal.Of(() => _fixture.Store.Resolve(Link("gone", "fifth", _fixture.At("nothing")))),
            StringComparison.Ordinal
        );

        // A link to a link.
        string Link(string name, string between, string target)
        {
            File.CreateSymbolicLink(_fixture.At(between), target);
            return File.CreateSymbolicLink(_fixture.At(name), between).FullName;
        }
    }

    [Fact]
    public void A_relative_path_becomes_absolute()
    {
        var library = _fixture.Write("my-build.so", TestPackages.Library());
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, library);
        Assert.Equal(library, _fixture.Store.Resolve(relative).LibraryPath);
    }

    [Fact]
    public void A_library_is_known_by_its_hash()
    {
        var library = _fixture.Write("my-build.so", TestPackages.Library());
        _fixture.Options = _fixture.Options with { Known = Listing("36.0.0") };
        Assert.Equal("36.0.0", _fixture.Store.Resolve(library).Version);
    }

    [Fact]
    public void A_library_is_known_by_its_name_or_its_folders()
    {
        var stem = Path.GetFileNameWithoutExtension(EnginePlatform.Current.LibraryName);
        var extension = Path.GetExtension(EnginePlatform.Current.LibraryName);
        var named = _fixture.Write($"{stem}-37.0.0{extension}", TestPackages.Library());
        var inside = _fixture.Write(
            Path.Combine("38.0.0", EnginePlatform.Current.LibraryName),
            TestPackages.Library()
        );
        Assert.Equal("37.0.0", _fixture.Store.Resolve(named).Version);
        Assert.Equal("38.0.0", _fixture.Store.Resolve(inside).Version);
    }

    [Fact]
    public void A_name_that_the_hash_contradicts_is_refused()
    {
        var library = _fixture.Write(
            Path.Combine("38.0.0", EnginePlatform.Current.LibraryName),
            TestPackages.Library()
        );
        _fixture.Options = _fixture.Options with { Known = Listing("36.0.0") };
        Assert.Equal(
            $"{library} is Wasmtime 36.0.0 by its SHA-256, yet its name says 38.0.0.",
            Refusal.Of(() => _fixture.Store.Resolve(library))
        );
    }

    [Theory]
    [InlineData("missing.so")]
    [InlineData("missing.whl")]
    [InlineData("no/such/folder/missing.nupkg")]
    [InlineData("missing/")]
    public void A_missing_file_is_said_to_be_missing(string name) =>
        Assert.Equal(
            $"{Path.GetFullPath(_fixture.At(name))}: there is no such file.",
            Refusal.Of(() => _fixture.Store.Resolve(_fixture.At(name)))
        );

    [Theory]
    [InlineData("folder")]
    [InlineData("folder.so")]
    [InlineData("folder.whl")]
    public void A_folder_is_refused(string name)
    {
        var folder = Directory.CreateDirectory(_fixture.At(name)).FullName;
        Assert.StartsWith(
            $"{folder} is a folder: give the library",
            Refusal.Of(() => _fixture.Store.Resolve(folder)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        var file = _fixture.Write("engine.txt", []);
        Assert.StartsWith(
            $"{file} is neither a library",
            Refusal.Of(() => _fixture.Store.Resolve(file)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("engine.so")]
    [InlineData("wasmtime-37.0.0-py3-none-TAG.whl")]
    public void A_file_without_permission_is_refused(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The superuser may read everything.");
        var file = _fixture.Write(
            name.Replace("TAG", TestPackages.WheelTag, StringComparison.Ordinal),
            TestPackages.Library()
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.None);
        }

        Assert.Equal(
            $"{file} can't be read: no permission.",
            Refusal.Of(() => _fixture.Store.Resolve(file))
        );
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that always fails.");
        Assert.StartsWith(
            "/proc/self/mem can't be read: ",
            Refusal.Of(() => FileGuard.Sha256("/proc/self/mem")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("fifty")]
    [InlineData("50.x")]
    [InlineData("50")]
    [InlineData("latest")]
    [InlineData(" ")]
    public void Nonsense_is_refused_in_one_line(string text) =>
        Assert.Equal(
            $"'{text}' is neither a Wasmtime version (three numbers, as in 36.0.0) nor a V8 (as in v8@26.10.0) nor the path of a library or package.",
            Refusal.Of(() => _fixture.Store.Resolve(text))
        );

    [Fact]
    public void A_wheel_for_another_platform_is_refused()
    {
        var platform = EnginePlatform.Of(OSPlatform.Linux, Architecture.X64, musl: false);
        _fixture.Options = _fixture.Options with { Platform = platform };
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0", tag: "win_amd64");
        Assert.Equal(
            $"{wheel} is for win_amd64; this machine is linux-x64 (needs a manylinux x86_64 wheel).",
            Refusal.Of(() => _fixture.Store.Resolve(wheel))
        );
    }

    [Theory]
    [InlineData("numpy-2.0.0-py3-none-any.whl")]
    [InlineData("wasmtime.whl")]
    [InlineData("wasmtime-37-py3-none-win_amd64.whl")]
    public void A_wheel_with_another_name_is_refused(string name)
    {
        var file = _fixture.Write(name, TestPackages.Library());
        Assert.StartsWith(
            $"{file} is not named like a wheel of Wasmtime",
            Refusal.Of(() => _fixture.Store.Resolve(file)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_package_that_is_too_old_is_refused()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "23.0.0");
        var package = TestPackages.NuGet(_fixture.Folder, "22.0.0");
        Assert.StartsWith(
            $"{wheel}: Wasmtime 23.0.0 is too old",
            Refusal.Of(() => _fixture.Store.Resolve(wheel)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"{package}: Wasmtime 22.0.0 is too old",
            Refusal.Of(() => _fixture.Store.Resolve(package)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_listed_wheel_with_other_content_is_refused()
    {
        _fixture.Options = _fixture.Options with
        {
            Platform = EnginePlatform.Of(OSPlatform.Linux, Architecture.X64, musl: false),
        };
        var wheel = TestPackages.Wheel(_fixture.Folder, "36.0.0", tag: "manylinux1_x86_64");
        var message = Refusal.Of(() => _fixture.Store.Resolve(wheel));
        Assert.StartsWith(
            $"{wheel} is tampered or damaged: SHA-256 is {FileGuard.Sha256(wheel)}, listed is bca67a38",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_library_that_RECORD_contradicts_is_refused()
    {
        var other = TestPackages.Library("other");
        var wheel = TestPackages.Wheel(_fixture.At("a"), "37.0.0", other);
        var good = TestPackages.Sha256(TestPackages.Library("37.0.0"));
        var spoilt = TestPackages.Wheel(
            _fixture.Folder,
            "37.0.0",
            spoilRecord: _ => RecordOf(wheel)
        );
        var message = Refusal.Of(() => _fixture.Store.Resolve(spoilt));
        Assert.StartsWith($"{spoilt} is tampered or damaged: ", message, StringComparison.Ordinal);
        Assert.Contains(
            $"is {good}, its RECORD says {TestPackages.Sha256(other)}",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("LIBRARY,sha256=,3")]
    [InlineData("LIBRARY,sha256=****,3")]
    [InlineData("LIBRARY,sha256=AAAA,3")]
    [InlineData("LIBRARY,md5=AAAA,3")]
    [InlineData("LIBRARY")]
    public void A_RECORD_without_the_librarys_hash_is_refused(string record)
    {
        var library = EnginePlatform.Current.WheelLibrary;
        var line = record.Replace("LIBRARY", library, StringComparison.Ordinal);
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0", spoilRecord: _ => line);
        Assert.Equal(
            $"{wheel} is damaged: wasmtime-37.0.0.dist-info/RECORD has no SHA-256 of {library}.",
            Refusal.Of(() => _fixture.Store.Resolve(wheel))
        );
    }

    [Fact]
    public void A_wheel_under_another_versions_name_is_refused()
    {
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0", recordedVersion: "38.0.0");
        Assert.Equal(
            $"{wheel} holds no wasmtime-37.0.0.dist-info/RECORD.",
            Refusal.Of(() => _fixture.Store.Resolve(wheel))
        );
    }

    [Fact]
    public void A_NuGet_package_under_another_versions_name_is_refused()
    {
        var package = TestPackages.NuGet(
            _fixture.Folder,
            "37.0.0",
            fileName: "wasmtime.38.0.0.nupkg"
        );
        Assert.Equal(
            $"{package} is Wasmtime 37.0.0, yet its name says 38.0.0.",
            Refusal.Of(() => _fixture.Store.Resolve(package))
        );
    }

    [Fact]
    public void A_listed_library_in_a_NuGet_package_is_checked()
    {
        var package = TestPackages.NuGet(_fixture.Folder, "36.0.0");
        _fixture.Options = _fixture.Options with { Known = Listing("36.0.0") };
        var actual = TestPackages.Sha256(TestPackages.Library("36.0.0"));
        Assert.Equal(
            $"{package} is tampered or damaged: SHA-256 is {actual}, listed is {TestPackages.Sha256(TestPackages.Library())}.",
            Refusal.Of(() => _fixture.Store.Resolve(package))
        );
    }

    [Theory]
    [InlineData("x.nupkg", 0.5)]
    [InlineData("x.nupkg", 0)]
    [InlineData("wasmtime-37.0.0-py3-none-TAG.whl", 0.9)]
    [InlineData("wasmtime-37.0.0-py3-none-TAG.whl", 0)]
    public void A_zip_cut_short_is_refused(string name, double left)
    {
        var whole = File.ReadAllBytes(TestPackages.Wheel(_fixture.At("whole"), "37.0.0"));
        name = name.Replace("TAG", TestPackages.WheelTag, StringComparison.Ordinal);
        var file = _fixture.Write(name, whole[..(int)(whole.Length * left)]);
        Assert.StartsWith(
            $"{file} is damaged or cut short: ",
            Refusal.Of(() => _fixture.Store.Resolve(file)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_package_with_flipped_bytes_is_refused()
    {
        var library = new byte[100_000];
        new Random(1).NextBytes(library);
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0", library);
        var content = File.ReadAllBytes(wheel);
        content[50_000] ^= 0xFF;
        File.WriteAllBytes(wheel, content);
        Assert.Contains(
            "damaged",
            Refusal.Of(() => _fixture.Store.Resolve(wheel)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_package_without_the_library_is_refused_with_the_path_looked_for()
    {
        var wheel = TestPackages.Zip(
            _fixture.At($"wasmtime-37.0.0-py3-none-{TestPackages.WheelTag}.whl"),
            ("a", [])
        );
        var foreign = TestPackages.Zip(_fixture.At("other.nupkg"), ("Other.nuspec", []));
        var package = TestPackages.NuGet(_fixture.Folder, "37.0.0");
        var windows = EnginePlatform.Of(OSPlatform.Windows, Architecture.X64, musl: false);
        var linux = EnginePlatform.Of(OSPlatform.Linux, Architecture.X64, musl: false);
        var other = OperatingSystem.IsWindows() ? linux : windows;

        Assert.Equal(
            $"{wheel} holds no {EnginePlatform.Current.WheelLibrary}.",
            Refusal.Of(() => _fixture.Store.Resolve(wheel))
        );
        Assert.Equal(
            $"{foreign} holds no Wasmtime.nuspec.",
            Refusal.Of(() => _fixture.Store.Resolve(foreign))
        );
        _fixture.Options = _fixture.Options with { Platform = other };
        Assert.Equal(
            $"{package} holds no {other.PackageLibrary}.",
            Refusal.Of(() => _fixture.Store.Resolve(package))
        );
    }

    [Theory]
    [InlineData("no xml at all")]
    [InlineData("<package><metadata/></package>")]
    [InlineData("<package><metadata><version>fifty</version></metadata></package>")]
    public void A_nuspec_without_a_version_is_refused(string nuspec)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(nuspec);
        var package = TestPackages.Zip(_fixture.At("x.nupkg"), ("Wasmtime.nuspec", content));
        Assert.Contains(
            "version",
            Refusal.Of(() => _fixture.Store.Resolve(package)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_the_inspector_refuses_is_refused()
    {
        _fixture.Options = _fixture.Options with { Inspect = LibraryInspector.Check };
        var wheel = TestPackages.Wheel(_fixture.Folder, "37.0.0");
        Assert.StartsWith(
            $"{wheel} is not a library that",
            Refusal.Of(() => _fixture.Store.Resolve(wheel)),
            StringComparison.Ordinal
        );
    }

    private static string RecordOf(string wheel)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(wheel);
        using var reader = new StreamReader(
            archive.GetEntry("wasmtime-37.0.0.dist-info/RECORD")!.Open()
        );
        return reader.ReadToEnd();
    }

    private static KnownEngines Listing(string version)
    {
        var hash = TestPackages.Sha256(TestPackages.Library());
        return new(
            new Dictionary<string, string>(StringComparer.Ordinal),
            [new(version, "nuget", EnginePlatform.Current.Name, hash)]
        );
    }
}
