namespace Memory64.Results.Book;

/// <summary>A series of a chart.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Points">Its values from left to right; of a chart over engines the one that each engine has.</param>
public sealed record SeriesPlan(string Name, params IReadOnlyList<PointPlan> Points);
