namespace Memory64.Results.Statistics;

/// <summary>Where a figure lies, with some confidence.</summary>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound; not below the lower one.</param>
public sealed record Interval(double Lower, double Upper);
