using OxyPlot;

namespace Memory64.Results.Charts;

/// <summary>Draws a chart as SVG. Same chart, same text, on every platform and in every culture.</summary>
public static class ChartWriter
{
    private const double Width = 760,
        Height = 420;

    /// <summary>The chart as an SVG document that follows the reader's colour scheme; lines end with \n.</summary>
    /// <param name="chart">The chart.</param>
    public static string Write(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var svg = new SvgExporter
        {
            Width = Width,
            Height = Height,
            TextMeasurer = new TextMeasure(),
        }.ExportToString(ChartPlot.Of(chart));
        return SvgFinish.Of(svg, chart);
    }
}
