using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>Packages of Node.js, built on the fly, whose program is asked by a stand-in.</summary>
public sealed class NodeEngineTests : IDisposable
{
    private readonly StoreFixture _fixture = new();

    public NodeEngineTests() =>
        _fixture.Options = _fixture.Options with
        {
            Known = new(new Dictionary<string, string>(StringComparer.Ordinal), []),
            InspectNode = (program, _) => (File.ReadAllText(program), "V8 14.6.202.34"),
        };

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_package_in_a_folder_is_found_by_name_and_its_program_extracted()
    {
        var package = Package("26.10.0", says: "v8@26.10.0");
        var build = _fixture.Store.Resolve("v8@26.10.0");

        Assert.Equal(
            ("v8@26.10.0", EngineOrigin.Npm, EngineKind.V8, "V8 14.6.202.34"),
            (build.Version, build.Origin, build.Kind, build.Runtime)
        );
        Assert.Equal("v8@26.10.0", File.ReadAllText(build.LibraryPath));
        Assert.Equal(build, _fixture.Store.Resolve(package));
        Assert.Equal(build.Sha256, Assert.Single(_fixture.Store.AtHand()).Sha256);
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(build.LibraryPath).HasFlag(UnixFileMode.UserExecute));
        }
    }

    [Fact]
    public void A_package_whose_program_is_another_version_is_refused()
    {
        var package = Package("26.10.0", says: "v8@24.21.0");
        Assert.Equal(
            $"{package} is v8@24.21.0, yet its name says v8@26.10.0.",
            Refusal.Of(() => _fixture.Store.Resolve(package))
        );
    }

    [Fact]
    public void A_package_without_a_program_is_refused()
    {
        var package = Package("26.10.0", says: "v8@26.10.0", entry: "package/README.md");
        Assert.Equal(
            $"{package} holds no package/bin/{EnginePlatform.Current.NodeProgram}.",
            Refusal.Of(() => _fixture.Store.Resolve(package))
        );
    }

    [Fact]
    public void A_package_of_another_platform_is_refused_unread()
    {
        var package = _fixture.Write("engines/node-plan9-x64-26.10.0.tgz", []);
        Assert.Equal(
            $"{package} is another platform's; this machine is {EnginePlatform.Current.Name} (needs {EnginePlatform.Current.NodePackage ?? "none that there is"}).",
            Refusal.Of(() => _fixture.Store.Resolve(package))
        );
        Assert.Empty(_fixture.Store.AtHand());
    }

    [Fact]
    public void A_package_that_is_cut_short_is_refused()
    {
        var package = Package("26.10.0", says: new string('x', 100_000));
        File.WriteAllBytes(package, File.ReadAllBytes(package)[..60]);
        Assert.Contains(
            package,
            Refusal.Of(() => _fixture.Store.Resolve(package)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_program_by_path_is_asked_what_it_is()
    {
        var program = _fixture.Write("bin/node", Encoding.UTF8.GetBytes("v8@24.0.0"));
        var build = _fixture.Store.Resolve(program);
        Assert.Equal(
            ("v8@24.0.0", EngineOrigin.Node, program),
            (build.Version, build.Origin, build.LibraryPath)
        );
    }

    [Fact]
    public void What_is_not_found_says_what_to_do()
    {
        var message = Refusal.Of(() => _fixture.Store.Get("v8@26.10.0"));
        Assert.StartsWith("v8@26.10.0 was not found. Tried: ", message, StringComparison.Ordinal);
        Assert.Contains("-26.10.0.tgz into a folder", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wasmtimes_clients_are_not_asked_for_V8()
    {
        var client = FakeClient.Without("wheels", "none");
        _fixture.Options = _fixture.Options with { Clients = [client] };
        Assert.DoesNotContain(
            "wheels",
            Refusal.Of(() => _fixture.Store.Get("v8@26.10.0")),
            StringComparison.Ordinal
        );
    }

    private string Package(string version, string says, string? entry = null)
    {
        Assert.SkipWhen(
            EnginePlatform.Current.NodePackage is null,
            "There is no such package for this platform."
        );
        var path = _fixture.At("engines", $"{EnginePlatform.Current.NodePackage}-{version}.tgz");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using var compressed = new GZipStream(file, CompressionLevel.Fastest);
        using var archive = new TarWriter(compressed);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(says));
        archive.WriteEntry(
            new PaxTarEntry(
                TarEntryType.RegularFile,
                entry ?? $"package/bin/{EnginePlatform.Current.NodeProgram}"
            )
            {
                DataStream = content,
            }
        );
        return path;
    }
}
