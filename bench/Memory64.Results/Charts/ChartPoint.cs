using Memory64.Results.Statistics;

namespace Memory64.Results.Charts;

/// <summary>A value of a chart, in the base unit: nanoseconds, GB/s, times a second, a ratio, or instructions.</summary>
/// <param name="Category">Where it stands on the horizontal axis.</param>
/// <param name="Value">The value; above 0, but for instructions, of which there may be none.</param>
/// <param name="Whisker">How far it may be off; null where that is not known.</param>
public sealed record ChartPoint(string Category, double Value, Interval? Whisker)
{
    // What a throughput in bytes a nanosecond is times a second.
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Whether it is a ratio of levels, whose sides met the machine at different times.</summary>
    public bool IsOfLevels { get; init; }

    /// <summary>The centre of a case, with its spread to both sides: the ± of the tables.</summary>
    /// <param name="category">Where it stands.</param>
    /// <param name="summary">The rounds in short.</param>
    public static ChartPoint Of(string category, Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new(
            category,
            summary.Center,
            summary.Spread is { } spread
                ? new(summary.Center - spread, summary.Center + spread)
                : null
        );
    }

    /// <summary>Operations of a case in a second, with what its spread makes of it to both sides.</summary>
    /// <param name="category">Where it stands.</param>
    /// <param name="summary">The rounds in short.</param>
    public static ChartPoint OfRate(string category, Summary summary) =>
        OfThroughput(category, summary, NanosecondsPerSecond);

    /// <summary>The throughput of a case, in GB/s, with what its spread makes of it to both sides.</summary>
    /// <param name="category">Where it stands.</param>
    /// <param name="summary">The rounds in short.</param>
    /// <param name="bytes">What one operation moves; above 0.</param>
    public static ChartPoint OfThroughput(string category, Summary summary, long bytes)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new(
            category,
            bytes / summary.Center,
            summary.Spread is { } spread && spread < summary.Center
                ? new(bytes / (summary.Center + spread), bytes / (summary.Center - spread))
                : null
        );
    }
}
