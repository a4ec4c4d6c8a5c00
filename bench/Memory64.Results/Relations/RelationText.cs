using Memory64.Results.Units;

namespace Memory64.Results.Relations;

/// <summary>Writes ratios for people: those of levels are marked, because their sides met the machine at different times.</summary>
public static class RelationText
{
    /// <summary>What is to be said where a marked ratio is shown.</summary>
    public const string Note =
        "≈ marks a ratio of levels: each side was measured in processes of its own, which met the machine at different times. The others come from duels, both sides in turns in one process.";

    /// <summary>The ratio, such as <c>1.45x</c>, or <c>≈1.45x</c> of levels.</summary>
    /// <param name="relation">Of what.</param>
    public static string Format(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Format(relation.Ratio, relation.Evidence == Evidence.Levels);
    }

    /// <summary>Likewise, of several relations.</summary>
    /// <param name="ratio">Their median, above 0.</param>
    /// <param name="isOfLevels">Whether one of them is of levels.</param>
    public static string Format(double ratio, bool isOfLevels) =>
        $"{(isOfLevels ? "≈" : "")}{RatioText.Format(ratio)}";
}
