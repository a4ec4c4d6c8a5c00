using System.Xml.Linq;
using Memory64.Results.Charts;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Charts;

/// <summary>The chart of what a bounds check takes, which is counted in the code.</summary>
public sealed class CheckChartTests
{
    [Fact]
    public void Shows_the_instructions_of_the_check_on_every_engine()
    {
        var chart = Assert.Single(Charts(3, 5));

        Assert.Equal(["24.0.0", "50.0.1"], chart.Categories);
        Assert.Equal("instructions", chart.Unit.Symbol);
        Assert.Equal(
            [("memory64 read", [3, 5]), ("memory32 read", [0, 0])],
            chart.Series.Select(s => (s.Name, s.Points.Select(p => p.Value).ToArray()))
        );
        Assert.All(chart.Series.SelectMany(s => s.Points), point => Assert.Null(point.Whisker));
        Assert.Contains(
            "memory64 read: 3.00 instructions to 5.00 instructions; memory32 read: 0 instructions. Instructions are counted",
            chart.AltText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Can_be_drawn_with_its_zeros()
    {
        var svg = ChartWriter.Write(Assert.Single(Charts(3, 5)));

        Assert.NotEmpty(XDocument.Parse(svg).Root!.Descendants());
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_there_without_a_check_or_without_code()
    {
        Assert.Empty(Charts(0, 0));
        Assert.Empty(Charts(null, 3));
        Assert.Empty(Charts(null, null));
    }

    private static IEnumerable<Chart> Charts(int? older, int? newer) =>
        ChartRuns
            .Charts(Run("24.0.0", older), Run("50.0.1", newer))
            .Where(chart => chart.Name == "check-by-engine");

    // The twin's code has no check.
    private static RunFile Run(string version, int? check) =>
        TestRuns.Run(version, Read("memory64", check), Read("memory32", check is null ? null : 0));

    private static RunCase Read(string memory, int? check) =>
        TestRuns.Measured(
            "BoundaryAccess",
            "Read",
            $"Memory={memory}, Window=below, Width=8",
            5
        ) with
        {
            Code = check is { } count ? TestCodes.Read("a", count) : null,
        };
}
