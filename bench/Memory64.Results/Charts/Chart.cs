using Memory64.Results.Book;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What a chart shows, chosen from runs, before anything is drawn.</summary>
public sealed record Chart
{
    /// <summary>Its file name without extension: the same for every machine.</summary>
    public required string Name { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the whiskers are, in half a sentence.</summary>
    public required string Whiskers { get; init; }

    /// <summary>How the values are drawn.</summary>
    public required ChartShape Shape { get; init; }

    /// <summary>Whether equal distances are equal ratios; else the axis begins at 0.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>What the categories are.</summary>
    public required string CategoryTitle { get; init; }

    /// <summary>What the values are, without unit.</summary>
    public required string ValueTitle { get; init; }

    /// <summary>The units of the values, of which the axis takes one; a logarithmic axis one for each of its labels.</summary>
    public required Scale Scale { get; init; }

    /// <summary>The categories from left to right.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The values; at least one series, each of at least one value.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>A value at which a line is drawn across; null for none.</summary>
    public double? Reference { get; init; }

    /// <summary>The unit of an axis that is not logarithmic.</summary>
    public DisplayUnit Unit => Scale.Choose([.. Values]);

    /// <summary>The chart in words, for who can't see it.</summary>
    public string AltText => $"{Title}. {string.Join("; ", Series.Select(Words))}. {Whiskers}.";

    private IEnumerable<double> Values => Series.SelectMany(s => s.Points).Select(p => p.Value);

    private string Words(ChartSeries series)
    {
        var (min, max) = (series.Points.Min(p => p.Value), series.Points.Max(p => p.Value));
        return min == max
            ? $"{series.Name}: {Text(min)}"
            : $"{series.Name}: {Text(min)} to {Text(max)}";
    }

    private string Text(double value) => Scale.Choose(value).Text(value);
}
