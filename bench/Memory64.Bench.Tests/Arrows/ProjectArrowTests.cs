using System.Reflection;
using System.Xml.Linq;
using Memory64.Bench.Harness;
using Xunit;

// A namespace named after the folder would hide System.Runtime.InteropServices.Architecture from all tests.
namespace Memory64.Bench.Tests.Arrows;

/// <summary>Which project may know which: those below the program know nothing of ours.</summary>
public sealed class ProjectArrowTests
{
    private const string Program = "Memory64.Bench";
    private const string Ours = "Memory64.";

    public static TheoryData<string> Below =>
        [
            "Memory64.Wasmtime",
            "Memory64.Engines",
            "Memory64.Code",
            "Memory64.Models",
            "Memory64.Results",
            "Memory64.Widening",
        ];

    [Theory]
    [MemberData(nameof(Below))]
    public void A_project_below_the_program_references_nothing_of_ours(string name)
    {
        Assert.DoesNotContain(
            Assembly.Load(name).GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith(Ours, StringComparison.Ordinal)
        );

        // A reference that no code uses yet doesn't show in the assembly.
        var project = File.ReadAllText(
            Path.Combine(Repository.Root, "bench", name, $"{name}.csproj")
        );
        Assert.DoesNotContain("<ProjectReference", project, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_stands_on_all_of_them() =>
        Assert.Equal(Below.Select(row => row.Data).Order(), ReferencesOf(Program));

    [Fact]
    public void The_benchmarks_of_results_know_only_results()
    {
        const string benchmarks = "Memory64.Results.Benchmarks";
        Assert.Equal(["Memory64.Results"], ReferencesOf(benchmarks));
        var project = XDocument.Load(
            Path.Combine(Repository.Root, "bench", benchmarks, $"{benchmarks}.csproj")
        );
        Assert.Equal(
            "../Memory64.Results/Memory64.Results.csproj",
            Assert.Single(project.Descendants("ProjectReference")).Attribute("Include")!.Value
        );
    }

    private static IEnumerable<string> ReferencesOf(string assembly) =>
        Assembly
            .Load(assembly)
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Ours, StringComparison.Ordinal))
            .Order();
}
