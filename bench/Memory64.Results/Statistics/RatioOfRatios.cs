namespace Memory64.Results.Statistics;

/// <summary>A case over its control on one side, over the same on the other side.</summary>
public static class RatioOfRatios
{
    /// <summary>
    /// An interval of the quotient of two ratios that assumes no distribution: from the lowest quotient of their bounds to the
    /// highest. It misses on one side only where one of the two does, so where each misses in alpha / 2 of all cases, it misses in
    /// at most alpha, whether the samples depend on each other or not (Bonferroni's inequality; O. J. Dunn, "Multiple comparisons
    /// among means", 1961), at the price of some width. Null where one of the two is.
    /// </summary>
    /// <param name="numerator">The interval of the one, each bound above 0.</param>
    /// <param name="denominator">The interval of the other, likewise.</param>
    public static Interval? Interval(Interval? numerator, Interval? denominator) =>
        numerator is not null && denominator is not null
            ? new(numerator.Lower / denominator.Upper, numerator.Upper / denominator.Lower)
            : null;
}
