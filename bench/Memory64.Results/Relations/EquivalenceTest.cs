using Memory64.Results.Statistics;

namespace Memory64.Results.Relations;

/// <summary>
/// Finds the verdict by equivalence tests: one-sided Mann-Whitney tests against the threshold rather than against no
/// difference at all (D. J. Schuirmann, "A comparison of the two one-sided tests procedure and the power approach for
/// assessing the equivalence of average bioavailability", 1987). With enough rounds every tiny difference is significant;
/// this asks whether it is large enough to matter, and whether sameness is shown rather than a difference not found.
/// </summary>
public static class EquivalenceTest
{
    /// <summary>
    /// The verdict on NEW against BASE. Both are times, so greater is slower. Exchanging the sides exchanges faster and
    /// slower and leaves the others.
    /// </summary>
    /// <param name="baseValues">Round values of BASE, each above 0.</param>
    /// <param name="newValues">Round values of NEW, each above 0.</param>
    /// <param name="options">Alpha and threshold.</param>
    public static Verdict Decide(
        IReadOnlyList<double> baseValues,
        IReadOnlyList<double> newValues,
        ComparisonOptions options
    )
    {
        if (
            baseValues.Count == 0
            || newValues.Count == 0
            || MannWhitney.SmallestPValue(newValues.Count, baseValues.Count) >= options.Alpha
        )
        {
            return Verdict.TooFewRounds;
        }

        var baseLimit = Scaled(baseValues, options);
        var newLimit = Scaled(newValues, options);
        if (IsGreater(newValues, baseLimit, options))
        {
            return Verdict.Slower;
        }

        if (IsGreater(baseValues, newLimit, options))
        {
            return Verdict.Faster;
        }

        return IsGreater(baseLimit, newValues, options) && IsGreater(newLimit, baseValues, options)
            ? Verdict.Same
            : Verdict.Unsure;
    }

    private static bool IsGreater(
        IReadOnlyList<double> x,
        IReadOnlyList<double> y,
        ComparisonOptions options
    ) => MannWhitney.Greater(x, y) < options.Alpha;

    private static double[] Scaled(IReadOnlyList<double> values, ComparisonOptions options) =>
        [.. values.Select(value => value * (1 + options.Threshold))];
}
