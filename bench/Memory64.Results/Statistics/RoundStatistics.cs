using Pragmastat;

namespace Memory64.Results.Statistics;

/// <summary>
/// Statistics on rounds. The round is the independent sample, so its iterations are first made one value, their median. The estimators are
/// those of Pragmastat (A. Akinshin, "Pragmastat: Pragmatic Statistical Toolkit", 2025, doi:10.5281/zenodo.17236778): they need no normal
/// distribution and bear a wild value among three and a half, so outliers are kept.
/// </summary>
public static class RoundStatistics
{
    /// <summary>
    /// Summarizes round values x. Center: the median of (x[i] + x[j]) / 2 over i &lt;= j (J. L. Hodges and
    /// E. L. Lehmann, "Estimates of location based on rank tests", 1963). Spread: the median of |x[i] - x[j]| over
    /// i &lt; j (M. I. Shamos, "Geometry and statistics: problems at the interface", 1976).
    /// </summary>
    /// <param name="values">At least one value, each finite.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Summary Summarize(IReadOnlyList<double> values)
    {
        var sample = ToSample(values);
        double? spread = values.Count > 1 ? sample.Spread().NominalValue : null;
        return new(values.Count, sample.Center().NominalValue, spread);
    }

    /// <summary>
    /// How far two values typically differ, as a share of their median: the Shamos estimate, as of <see cref="Summarize"/>, over the
    /// median. 0 with one value. Computed here, as measured processes ask for it and live too short to load the package; equal to it.
    /// </summary>
    /// <param name="values">At least one value, each finite and above 0.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double RelativeSpread(IReadOnlyList<double> values)
    {
        RequireValue(values);
        double[] differences =
        [
            .. from one in values.Index()
            from other in values.Skip(one.Index + 1)
            select Math.Abs(one.Item - other),
        ];
        return differences.Length > 0 ? Median(differences) / Median(values) : 0;
    }

    /// <summary>
    /// The ratio of two samples: the median of x[i] / y[j] over all pairs. It is Pragmastat's shift of the logarithms, so of
    /// two quotients in the middle the geometric mean: exchanging the sides gives the inverse.
    /// </summary>
    /// <param name="numerator">x: at least one value, each above 0.</param>
    /// <param name="denominator">y: at least one value, each above 0.</param>
    /// <exception cref="ArgumentException">One of the two has no value.</exception>
    public static double Ratio(
        IReadOnlyList<double> numerator,
        IReadOnlyList<double> denominator
    ) => Math.Exp(Shift(Logarithms(numerator), Logarithms(denominator)));

    /// <summary>How much greater x is than y: the median of x[i] - y[j] over all pairs, in the unit of the values.</summary>
    /// <param name="x">At least one value, each finite.</param>
    /// <param name="y">At least one value, each finite.</param>
    /// <exception cref="ArgumentException">One of the two has no value.</exception>
    public static double Shift(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        ToSample(x).Shift(ToSample(y)).NominalValue;

    /// <summary>
    /// Pragmastat's disparity, an effect size: <see cref="Shift"/> over the mean of the two spreads, weighted by the number
    /// of values. Null where a sample of one value, or samples without any spread, leave it undefined.
    /// </summary>
    /// <param name="x">At least one value, each finite.</param>
    /// <param name="y">At least one value, each finite.</param>
    /// <exception cref="ArgumentException">One of the two has no value.</exception>
    public static double? Disparity(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var disparity = ToSample(x).Disparity(ToSample(y)).NominalValue;
        return x.Count > 1 && y.Count > 1 && double.IsFinite(disparity) ? disparity : null;
    }

    /// <summary>
    /// The median; of an even number of values, the mean of the two in the middle. Computed here, as each round of a
    /// results folder has one; equal to the package's, which makes a sample with its unit first.
    /// </summary>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Median(IReadOnlyList<double> values)
    {
        RequireValue(values);
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double[] Logarithms(IReadOnlyList<double> values) =>
        [.. values.Select(value => Math.Log(value))];

    private static Sample ToSample(IReadOnlyList<double> values)
    {
        RequireValue(values);
        return new([.. values]);
    }

    private static void RequireValue(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("A sample needs at least one value.", nameof(values));
        }
    }
}
