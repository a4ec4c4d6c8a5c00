using System.Globalization;
using System.Xml;
using Memory64.Results.Book;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace Memory64.Results.Charts;

/// <summary>Makes a plot of a chart: axes, title and legend; <see cref="ChartMarks"/> adds what is between them.</summary>
internal static class ChartPlot
{
    private const string Font = "Arial, Helvetica, sans-serif";
    private const int LongestTitle = 90,
        LongestLabel = 24;

    // A logarithmic axis goes a hair further than its first and last line: rounding must not lose them.
    private const double Beyond = 1.001;

    // Pixels that a power of ten takes at least: each has a line.
    private const double DecadeLength = 30;

    // And a step of a linear axis.
    private const double StepLength = 40;

    // Text of a category that fits beside its neighbours; longer ones are turned.
    private const int CharactersAcross = 96;

    public static PlotModel Of(Chart chart)
    {
        var plot = new PlotModel
        {
            Title = Text(chart.Title),
            TitleFontSize = 15,
            TitleFontWeight = FontWeights.Bold,
            TitleHorizontalAlignment = TitleHorizontalAlignment.CenteredWithinView,
            TextColor = ChartColors.Ink.Color,
            Background = ChartColors.Background.Color,
            PlotAreaBorderThickness = new(0),
            PlotAreaBorderColor = ChartColors.Background.Color,
            Padding = new(12, 10, 16, 10),
            DefaultFont = Font,
            Culture = CultureInfo.InvariantCulture,
        };
        plot.Axes.Add(Categories(chart));
        plot.Axes.Add(chart.IsLogarithmic ? LogarithmicValues(chart) : LinearValues(chart));
        plot.Legends.Add(
            new Legend
            {
                LegendPlacement = LegendPlacement.Outside,
                LegendPosition = LegendPosition.BottomCenter,
                LegendOrientation = LegendOrientation.Horizontal,
                LegendItemSpacing = 18,
                LegendLineSpacing = 4,
                LegendTextColor = ChartColors.Ink.Color,
            }
        );
        if (chart.Reference is { } reference)
        {
            plot.Annotations.Add(
                new LineAnnotation
                {
                    Type = LineAnnotationType.Horizontal,
                    Y = reference,
                    Color = ChartColors.Muted.Color,
                    LineStyle = LineStyle.Solid,
                    StrokeThickness = 1.5,
                    Layer = AnnotationLayer.BelowSeries,
                }
            );
        }

        ChartMarks.AddTo(plot, chart);
        return plot;
    }

    /// <summary>A text that XML can hold and that isn't longer than a chart bears.</summary>
    public static string Text(string text, int longest = LongestTitle)
    {
        var legal = Legal(text);
        return legal.Length <= longest ? legal : $"{legal[..longest]}…";
    }

    /// <summary>A text that XML can hold: what it can't becomes a space.</summary>
    public static string Legal(string text) =>
        string.Concat(
            text.Select(c => c == '\n' || (c >= ' ' && XmlConvert.IsXmlChar(c)) ? c : ' ')
        );

    private static CategoryAxis Categories(Chart chart)
    {
        var labels = chart.Categories.Select(c => Text(c, LongestLabel)).ToList();
        var longest = labels.SelectMany(l => l.Split('\n')).Max(l => l.Length);
        var axis = Styled(
            new CategoryAxis
            {
                Position = AxisPosition.Bottom,
                Title = Text(chart.CategoryTitle),
                Angle =
                    chart.Shape != ChartShape.Dots && longest * labels.Count > CharactersAcross
                        ? -40
                        : 0,
                AxislineStyle = LineStyle.Solid,
                TickStyle = TickStyle.None,
            }
        );
        axis.Labels.AddRange(chart.Shape == ChartShape.Dots ? labels.Select(_ => "") : labels);
        return axis;
    }

    private static LinearAxis LinearValues(Chart chart) =>
        Styled(
            new LinearAxis
            {
                Position = AxisPosition.Left,
                Title = Text($"{chart.ValueTitle} ({chart.Unit.Symbol})"),
                Minimum = 0,
                Maximum = ChartMarks.Largest(chart) / chart.Unit.Size * 1.05,
                IntervalLength = StepLength,
                MajorGridlineStyle = LineStyle.Solid,
                TickStyle = TickStyle.None,
                LabelFormatter = value => Number(value),
            }
        );

    private static LogarithmicAxis LogarithmicValues(Chart chart)
    {
        var (low, high) = ChartMarks.Decades(chart);
        return Styled(
            new LogarithmicAxis
            {
                Position = AxisPosition.Left,
                Title = Text($"{chart.ValueTitle} (logarithmic)"),
                Minimum = low / Beyond,
                Maximum = high * Beyond,
                IntervalLength = DecadeLength,
                MajorGridlineStyle = LineStyle.Solid,
                TickStyle = TickStyle.None,
                LabelFormatter = value =>
                {
                    // A line at 1,000 ns may have been computed as a hair less.
                    var unit = chart.Scale.Choose(value * Beyond);
                    return $"{Number(value / unit.Size)} {unit.Symbol}";
                },
            }
        );
    }

    private static T Styled<T>(T axis)
        where T : Axis
    {
        axis.TextColor = ChartColors.Muted.Color;
        axis.TitleColor = ChartColors.Ink.Color;
        axis.AxislineColor = ChartColors.Muted.Color;
        axis.MajorGridlineColor = ChartColors.Grid.Color;
        axis.AxisTitleDistance = 8;
        axis.IsPanEnabled = false;
        axis.IsZoomEnabled = false;
        return axis;
    }

    private static string Number(double value) =>
        value.ToString("0.###", CultureInfo.InvariantCulture);
}
