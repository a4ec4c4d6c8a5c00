namespace Memory64.Results.Highlights;

/// <summary>The answer to a question as a figure.</summary>
/// <param name="Value">The median ratio over its pairs; above 0.</param>
/// <param name="IsOfLevels">Whether a pair of them was measured in levels only.</param>
public sealed record RatioFigure(double Value, bool IsOfLevels);
