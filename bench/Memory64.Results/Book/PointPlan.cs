namespace Memory64.Results.Book;

/// <summary>A value of a chart.</summary>
/// <param name="Category">Where it stands; lines are separated by \n. Empty in a chart over engines.</param>
/// <param name="Case">The case; of a ratio the numerator.</param>
/// <param name="Under">The denominator of a ratio, else null.</param>
public sealed record PointPlan(string Category, CasePattern Case, CasePattern? Under = null);
