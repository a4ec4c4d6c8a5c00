namespace Memory64.Results.Charts;

/// <summary>Values of a chart that belong together.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Points">The values, at most one a category; categories without one are left empty.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);
