using Memory64.Results.Statistics;
using Memory64.Results.Units;

namespace Memory64.Results.Relations;

/// <summary>Writes ratios for people: those of levels are marked, because their sides met the machine at different times.</summary>
public static class RelationText
{
    /// <summary>What is to be said where a marked ratio is shown.</summary>
    public const string Note =
        "≈ marks a ratio of levels: each side was measured in processes of its own, which met the machine at different times. The others come from duels, both sides in turns in one process.";

    /// <summary>What is to be said where a ratio is shown that has rounds in place of an interval.</summary>
    public const string FewRoundsNote =
        "(1 round) and the like stand where an interval would: so few rounds don't make a ratio yet.";

    /// <summary>The ratio, such as <c>1.45x</c>, or <c>≈1.45x</c> of levels.</summary>
    /// <param name="relation">Of what.</param>
    public static string Format(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Format(relation.Ratio, relation.Evidence == Evidence.Levels);
    }

    /// <summary>The median of several relations, such as <c>1.45x</c>, or <c>≈1.45x</c> of levels.</summary>
    /// <param name="ratio">Their median, above 0.</param>
    /// <param name="isOfLevels">Whether one of them is of levels.</param>
    public static string Format(double ratio, bool isOfLevels) =>
        $"{(isOfLevels ? "≈" : "")}{RatioText.Format(ratio)}";

    /// <summary>An interval as a cell of a table, such as <c>0.99 to 1.02x</c>.</summary>
    /// <param name="interval">Of a ratio.</param>
    public static string Format(Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return $"{SignificantDigits.Format(interval.Lower)} to {RatioText.Format(interval.Upper)}";
    }

    /// <summary>
    /// The ratio with its interval, such as <c>1.55x [1.53, 1.58]</c>; with too few rounds for one it says of how many it is:
    /// <c>1.05x (1 round)</c>.
    /// </summary>
    /// <param name="relation">Of what.</param>
    public static string WithInterval(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return relation.Interval is { } interval
            ? $"{Format(relation)} {Brackets(interval)}"
            : $"{Format(relation)} {OfRounds(relation.Rounds)}";
    }

    /// <summary>An interval, such as <c>[1.53, 1.58]</c>.</summary>
    /// <param name="interval">Of a ratio.</param>
    public static string Brackets(Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return $"[{RatioText.Number(interval.Lower)}, {RatioText.Number(interval.Upper)}]";
    }

    /// <summary>What stands in place of an interval where the rounds are too few for one: <c>(1 round)</c>.</summary>
    /// <param name="rounds">1 or more.</param>
    public static string OfRounds(int rounds) =>
        $"({CountText.Format(rounds)} {(rounds == 1 ? "round" : "rounds")})";
}
