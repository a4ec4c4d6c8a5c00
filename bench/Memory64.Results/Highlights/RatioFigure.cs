namespace Memory64.Results.Highlights;

/// <summary>The answer to a question as a figure.</summary>
/// <param name="Value">The median ratio over its pairs; above 0.</param>
/// <param name="Text">It in words, marked where it is of levels and where its rounds are too few.</param>
public sealed record RatioFigure(double Value, string Text);
