using System.Globalization;
using Memory64.Results.Book;
using OxyPlot;
using OxyPlot.Series;

namespace Memory64.Results.Charts;

/// <summary>Draws the values of a chart, and their whiskers.</summary>
internal static class ChartMarks
{
    // Categories stand one apart. Bars of a category fill this much of it.
    private const double BarsWidth = 0.8;

    // Points of a category stand this much apart, so that no whisker hides another.
    private const double PointsApart = 0.05;

    /// <summary>Adds the series of a chart to its plot.</summary>
    /// <exception cref="ArgumentException">The chart has more series than there are marks, so that two would look alike.</exception>
    public static void AddTo(PlotModel plot, Chart chart)
    {
        if (chart.Series.Count > SeriesMark.All.Count)
        {
            throw new ArgumentException(
                $"{chart.Name} has {chart.Series.Count} series, and there are {SeriesMark.All.Count} marks to tell them apart: make two charts of it.",
                nameof(chart)
            );
        }

        for (var i = 0; i < chart.Series.Count; i++)
        {
            var mark = SeriesMark.All[i];
            var color = mark.Color.Color;
            var places = Places(chart, i);
            if (chart.Shape == ChartShape.Bars)
            {
                plot.Series.Add(Bars(chart, i, places, mark));
                plot.Series.Add(Whiskers(chart, places, ChartColors.Ink.Color));
            }
            else
            {
                // Below the marker.
                plot.Series.Add(Whiskers(chart, places, color));
                plot.Series.Add(Line(chart, i, places, mark));
            }
        }
    }

    /// <summary>The largest value or end of a whisker, in the base unit.</summary>
    public static double Largest(Chart chart) =>
        Points(chart).Max(p => p.Whisker?.Upper ?? p.Value);

    /// <summary>The powers of ten around all values, in the base unit.</summary>
    public static (double Low, double High) Decades(Chart chart)
    {
        var lowest = Points(chart).Min(Lowest);
        var largest = Largest(chart);
        return (
            PowerOfTen(Exponent(lowest)),
            PowerOfTen(Exponent(largest) + (largest > PowerOfTen(Exponent(largest)) ? 1 : 0))
        );
    }

    // Read off the digits, which are exact on every platform; a logarithm needn't be.
    private static int Exponent(double value)
    {
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        return int.Parse(
            text.AsSpan(text.IndexOf('E') + 1),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture
        );
    }

    private static double PowerOfTen(int exponent) =>
        double.Parse(
            string.Create(CultureInfo.InvariantCulture, $"1E{exponent}"),
            CultureInfo.InvariantCulture
        );

    private static IEnumerable<ChartPoint> Points(Chart chart) =>
        chart.Series.SelectMany(s => s.Points);

    // A whisker may reach below zero, which a logarithmic axis doesn't have.
    private static double Lowest(ChartPoint point) =>
        point.Whisker?.Lower is > 0 and var lower ? lower : point.Value;

    // Where on the horizontal axis each point of a series stands; gaps stay where a category has none.
    private static List<(double X, ChartPoint? Point)> Places(Chart chart, int series)
    {
        var middle = series - ((chart.Series.Count - 1) / 2.0);
        var offset = middle * (chart.Shape == ChartShape.Bars ? BarWidth(chart) : PointsApart);
        return
        [
            .. chart
                .Categories.Index()
                .Select(category =>
                    (
                        category.Index + offset,
                        chart.Series[series].Points.FirstOrDefault(p => p.Category == category.Item)
                    )
                ),
        ];
    }

    private static double BarWidth(Chart chart) => BarsWidth / chart.Series.Count;

    private static BarSeries Bars(
        Chart chart,
        int series,
        IReadOnlyList<(double X, ChartPoint? Point)> places,
        SeriesMark mark
    )
    {
        var bars = new BarSeries(mark)
        {
            Title = ChartPlot.Text(chart.Series[series].Name),
            FillColor = mark.Color.Color,
            StrokeColor = ChartColors.Background.Color,
            StrokeThickness = 1,
        };
        var half = BarWidth(chart) / 2;
        foreach (var (x, point) in places)
        {
            if (point is not null)
            {
                bars.Items.Add(new(x - half, 0, x + half, point.Value / chart.Unit.Size));
            }
        }

        return bars;
    }

    private static LineSeries Line(
        Chart chart,
        int series,
        IReadOnlyList<(double X, ChartPoint? Point)> places,
        SeriesMark mark
    )
    {
        var line = new LineSeries
        {
            Title = ChartPlot.Text(chart.Series[series].Name),
            Color = mark.Color.Color,
            StrokeThickness = chart.Shape == ChartShape.Dots ? 0 : 2,
            MarkerType = mark.Type,
            MarkerOutline = mark.Outline,
            MarkerSize = chart.Shape == ChartShape.Dots ? 3 : 5,
            MarkerFill = mark.Color.Color,
            // A line of another series that passes below doesn't blur the shape.
            MarkerStroke = ChartColors.Background.Color,
            MarkerStrokeThickness = 1,
        };
        line.Points.AddRange(
            places.Select(p =>
                p.Point is null ? DataPoint.Undefined : new(p.X, p.Point.Value / Size(chart))
            )
        );
        return line;
    }

    private static LineSeries Whiskers(
        Chart chart,
        IReadOnlyList<(double X, ChartPoint? Point)> places,
        OxyColor color
    )
    {
        var whiskers = new LineSeries { Color = color, StrokeThickness = 1.2 };
        var floor = chart.IsLogarithmic ? Decades(chart).Low : 0;
        foreach (var (x, point) in places)
        {
            if (point?.Whisker is { } whisker)
            {
                whiskers.Points.AddRange([
                    new(x, Math.Max(floor, whisker.Lower) / Size(chart)),
                    new(x, whisker.Upper / Size(chart)),
                    DataPoint.Undefined,
                ]);
            }
        }

        return whiskers;
    }

    // A logarithmic axis carries the base unit and names another at each of its labels.
    private static double Size(Chart chart) => chart.IsLogarithmic ? 1 : chart.Unit.Size;
}
