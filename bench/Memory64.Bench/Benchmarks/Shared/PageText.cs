using Memory64.Bench.Guests;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>What several pages have in common.</summary>
internal static class PageText
{
    /// <summary>A size for people: 8GiB is 8 GiB.</summary>
    public static string Of(ByteSize size)
    {
        var text = size.ToString();
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return $"{text[..digits]} {text[digits..]}";
    }

    /// <summary>The chart of ratios over engines, to which each page adds its own.</summary>
    public static ChartPlan RatiosByEngine(params IReadOnlyList<SeriesPlan> series) =>
        new()
        {
            Name = "memory64-over-memory32",
            Title = "memory64 over memory32 by engine",
            IsOverEngines = true,
            Shape = ChartShape.Lines,
            CategoryTitle = "Wasmtime",
            ValueTitle = "Time of memory64 over that of memory32",
            Value = ChartValue.Ratio,
            Series = series,
            IsMain = true,
        };

    /// <summary>A chart of lines over engines.</summary>
    public static ChartPlan LinesByEngine(
        string name,
        string title,
        string valueTitle,
        ChartValue value,
        params IReadOnlyList<SeriesPlan> series
    ) =>
        new()
        {
            Name = name,
            Title = title,
            IsOverEngines = true,
            Shape = ChartShape.Lines,
            CategoryTitle = "Wasmtime",
            ValueTitle = valueTitle,
            Value = value,
            Series = series,
        };

    /// <summary>A series of the chart of ratios.</summary>
    public static SeriesPlan Ratio(string name, CasePattern memory64, CasePattern memory32) =>
        new(name, new PointPlan("", memory64, memory32));

    /// <summary>A series of such a chart.</summary>
    public static SeriesPlan Line(string name, CasePattern measured) =>
        new(name, new PointPlan("", measured));
}
