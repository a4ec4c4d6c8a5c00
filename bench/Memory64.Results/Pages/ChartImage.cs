using Memory64.Results.Charts;

namespace Memory64.Results.Pages;

/// <summary>A chart that lies beside a machine's page.</summary>
/// <param name="Name">The chart's name, the same on every machine.</param>
/// <param name="AltText">The chart in words.</param>
public sealed record ChartImage(string Name, string AltText)
{
    internal string FileName => $"{Name}.svg";

    internal static ChartImage Of(Chart chart) => new(chart.Name, chart.AltText);

    /// <summary>The image in Markdown.</summary>
    /// <param name="machineFolder">From the page to the machine's folder: empty, or a path with a slash.</param>
    internal string Markdown(string machineFolder) =>
        $"![{Tables.MarkdownWriter.Escape(AltText)}]({machineFolder}{StalePages.ChartFolder}/{FileName})";
}
