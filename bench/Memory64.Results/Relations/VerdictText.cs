using System.Globalization;

namespace Memory64.Results.Relations;

/// <summary>Writes verdicts for people.</summary>
public static class VerdictText
{
    /// <summary>What may be said, in words, such as <c>same within 4.1 %</c>.</summary>
    /// <param name="relation">Of what.</param>
    public static string Format(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return relation.Verdict switch
        {
            Verdict.Faster => "faster",
            Verdict.Slower => "slower",
            Verdict.Same => "same",
            Verdict.SameWithin => $"same within {Percent(relation.Margin!.Value)}",
            Verdict.Unsure => "unsure",
            _ => "too few rounds",
        };
    }

    /// <summary>What may be said, with a question mark where it may be doubted: <c>slower?</c>.</summary>
    /// <param name="relation">Of what.</param>
    /// <param name="isDoubted">Whether what else is known speaks against it.</param>
    public static string Format(Relation relation, bool isDoubted) =>
        $"{Format(relation)}{(isDoubted ? "?" : "")}";

    // Upwards: the rounds show no less. What a logarithm and its inverse add to a figure doesn't count.
    private static string Percent(double margin) =>
        $"{(Math.Ceiling(Math.Round(margin * 1000, 6)) / 10).ToString("0.0", CultureInfo.InvariantCulture)} %";
}
