using Memory64.Bench.Tests.Engines.Store;
using Memory64.Engines.Identity;
using Memory64.Engines.Packages;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Packages;

/// <summary>The real <c>dotnet restore</c>, with a folder as its only source: nothing leaves the machine.</summary>
public sealed class NuGetClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NuGetClientTests()
    {
        // NuGet reads the nearest configuration above the project, as it does for a user's own.
        TestPackages.NuGet(_folder.At("source"), "37.0.0");
        File.WriteAllText(
            _folder.At("nuget.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="test" value="{_folder.At(
                "source"
            )}" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """
        );
        Directory.CreateDirectory(_folder.At("download"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Brings_the_package_from_the_users_own_source()
    {
        var package = new NuGetClient().Download("37.0.0", _folder.At("download"));
        Assert.StartsWith(_folder.At("download"), package, StringComparison.Ordinal);
        Assert.Equal(
            FileGuard.Sha256(_folder.At("source", "wasmtime.37.0.0.nupkg")),
            FileGuard.Sha256(package)
        );
    }

    [Fact]
    public void Answers_in_a_few_words_where_there_is_none() =>
        Assert.StartsWith(
            "NU1102: Unable to find package Wasmtime with version (= 38.0.0)",
            Refusal.Of(() => new NuGetClient().Download("38.0.0", _folder.At("download"))),
            StringComparison.Ordinal
        );
}
