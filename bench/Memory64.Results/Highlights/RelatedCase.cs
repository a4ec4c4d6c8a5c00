using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Highlights;

/// <summary>A case against one of its controls.</summary>
/// <param name="Case">The case.</param>
/// <param name="Label">What the control is, such as memory32.</param>
/// <param name="Relation">The case over its control.</param>
internal sealed record RelatedCase(RunCase Case, string Label, Relation Relation)
{
    /// <summary>The ratio.</summary>
    public double Ratio => Relation.Ratio;

    /// <summary>What may be said of the case against its control.</summary>
    public Verdict Verdict => Relation.Verdict;

    /// <summary>The case with its ratio in words.</summary>
    public string Text => $"{Case.Id} {RelationText.WithInterval(Relation)}";
}
