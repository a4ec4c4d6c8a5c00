using System.Xml.Linq;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class SuiteVersionTests
{
    private static readonly XDocument Versions = Load("Directory.Packages.props");

    [Fact]
    public void Is_that_of_this_build()
    {
        var suite = SuiteVersion.Read();
        Assert.Equal(Value(Load("Directory.Build.props"), "Version"), suite.Version);
        Assert.Matches("^([0-9a-f]{40})?$", suite.Commit);
        Assert.Equal(".NET " + Environment.Version, suite.Dotnet);
    }

    [Fact]
    public void Names_the_packages_that_it_was_built_with()
    {
        var harness = Versions
            .Descendants("PackageVersion")
            .Single(package => package.Attribute("Include")!.Value == "BenchmarkDotNet");
        Assert.Equal(harness.Attribute("Version")!.Value, SuiteVersion.Read().BenchmarkDotNet);
        Assert.Equal(Value(Versions, "WasmtimePackageVersion"), SuiteVersion.WasmtimePackage);
    }

    private static XDocument Load(string name) =>
        XDocument.Load(Path.Combine(Repository.Root, name));

    private static string Value(XDocument project, string property) =>
        project.Descendants(property).Single().Value;
}
