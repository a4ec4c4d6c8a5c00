using Memory64.Results.Book;
using Memory64.Results.Charts;

namespace Memory64.Results.Pages;

/// <summary>A chart that lies beside a machine's page.</summary>
/// <param name="Name">The chart's name, the same on every machine.</param>
/// <param name="AltText">The chart in words.</param>
public sealed record ChartImage(string Name, string AltText)
{
    internal string FileName => $"{Name}.svg";

    /// <summary>Those of them that stand where there is room for a few only.</summary>
    /// <param name="charts">The charts beside a machine's page.</param>
    /// <param name="book">Says which.</param>
    internal static IReadOnlyList<ChartImage> MainOf(
        IReadOnlyList<ChartImage> charts,
        SuiteBook book
    )
    {
        var main = book.Charts.Where(chart => chart.IsMain).Select(chart => chart.Name).ToHashSet();
        return [.. charts.Where(chart => main.Contains(chart.Name))];
    }

    internal static ChartImage Of(Chart chart) => new(chart.Name, chart.AltText);

    /// <summary>The image in Markdown.</summary>
    /// <param name="machineFolder">From the page to the machine's folder: empty, or a path with a slash.</param>
    internal string Markdown(string machineFolder) =>
        $"![{Tables.MarkdownWriter.Escape(AltText)}]({machineFolder}{StalePages.ChartFolder}/{FileName})";
}
