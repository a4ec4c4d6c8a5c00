namespace Memory64.Results.Statistics;

/// <summary>A case over its control on one side, over the same on the other side.</summary>
public static class RatioOfRatios
{
    /// <summary>
    /// A confidence interval of (numerator.Case / numerator.Control) / (denominator.Case / denominator.Control) that assumes
    /// no distribution. Each of the two ratios gets its <see cref="MannWhitney.RatioInterval"/> at half of alpha; the
    /// result reaches from the lowest quotient of their bounds to the highest. It misses on one side only where one of the
    /// two does, so in at most alpha / 2 + alpha / 2 of all cases, whether the samples depend on each other or not
    /// (Bonferroni's inequality; O. J. Dunn, "Multiple comparisons among means", 1961). So its confidence is 1 - 2 * alpha or
    /// more, at the price of some width. Null where samples of these sizes can't reach half of alpha.
    /// </summary>
    /// <param name="numerator">Round values of the one side, at least one each, each above 0.</param>
    /// <param name="denominator">Round values of the other side, likewise.</param>
    /// <param name="alpha">The share of misses on one side; above 0, below 0.5.</param>
    /// <exception cref="ArgumentException">A sample has no value.</exception>
    public static Interval? Interval(
        (IReadOnlyList<double> Case, IReadOnlyList<double> Control) numerator,
        (IReadOnlyList<double> Case, IReadOnlyList<double> Control) denominator,
        double alpha
    ) =>
        MannWhitney.RatioInterval(numerator.Case, numerator.Control, alpha / 2) is { } above
        && MannWhitney.RatioInterval(denominator.Case, denominator.Control, alpha / 2) is { } below
            ? new(above.Lower / below.Upper, above.Upper / below.Lower)
            : null;
}
