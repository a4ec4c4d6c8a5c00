using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace Memory64.Results.Statistics;

/// <summary>
/// The Mann-Whitney test, which is also Wilcoxon's rank sum test: do values of one sample tend to be greater than those of
/// another? (H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than
/// the other", 1947; M. Hollander, D. A. Wolfe and E. Chicken, "Nonparametric Statistical Methods", chapter 4.) Ties get
/// mid-ranks. Up to <see cref="ExactLimit"/> values a sample the p-value is exact, ties or not: the share of all splits of
/// the pooled ranks that are at least as extreme. Beyond, it is the normal approximation with corrections for ties and
/// continuity.
/// </summary>
/// <remarks>
/// Perfolizer 0.6.1 has this test too, but takes the distribution without ties where there are some: for 1 2 3 4 5 against
/// 5 5 5 5 5 it finds 7/252 for one side, where 6 of the 252 splits are as extreme.
/// </remarks>
public static class MannWhitney
{
    /// <summary>The largest sample for which p-values are exact.</summary>
    public const int ExactLimit = 20;

    /// <summary>The one-sided p-value of "x is greater than y": small where it is; above 0, 1 at most.</summary>
    /// <param name="x">At least one value, each finite.</param>
    /// <param name="y">At least one value, each finite.</param>
    /// <exception cref="ArgumentException">One of the two has no value.</exception>
    public static double Greater(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        RequireValues(x, y);
        var ranks = PooledRanks.Of(x, y);
        return IsExact(x.Count, y.Count)
            ? RankSumDistribution.Of(ranks, x.Count).Share(sum => sum >= ranks.FirstSum)
            : UpperTail(ranks.FirstSum - Expected(x, y), ranks, x, y);
    }

    /// <summary>
    /// The two-sided p-value of "x and y differ": the probability of a rank sum at least as far from its expectation, in
    /// either direction; above 0, 1 at most.
    /// </summary>
    /// <param name="x">At least one value, each finite.</param>
    /// <param name="y">At least one value, each finite.</param>
    /// <exception cref="ArgumentException">One of the two has no value.</exception>
    public static double TwoSided(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        RequireValues(x, y);
        var ranks = PooledRanks.Of(x, y);
        var expected = Expected(x, y);
        var distance = Math.Abs(ranks.FirstSum - expected);
        return IsExact(x.Count, y.Count)
            ? RankSumDistribution
                .Of(ranks, x.Count)
                .Share(sum => Math.Abs(sum - expected) >= distance)
            : Math.Min(1, 2 * UpperTail(distance, ranks, x, y));
    }

    /// <summary>The smallest one-sided p-value that samples of these sizes can reach: that of complete separation.</summary>
    /// <param name="xCount">Size of the one; 1 or more.</param>
    /// <param name="yCount">Size of the other; 1 or more.</param>
    public static double SmallestPValue(int xCount, int yCount) =>
        Greater(
            [.. Enumerable.Range(yCount, xCount).Select(i => (double)i)],
            [.. Enumerable.Range(0, yCount).Select(i => (double)i)]
        );

    /// <summary>
    /// A confidence interval of the ratio x / y that assumes no distribution: the interval of the shift by inverting this
    /// test (Hollander, Wolfe and Chicken, chapter 4.3, who name L. E. Moses), taken on logarithms. Its bounds are the k-th
    /// smallest and the k-th largest of all quotients x[i] / y[j]. Its confidence is 1 - 2 * alpha or a little more, so that
    /// one whole side of a value means that the one-sided test of that value is significant at alpha. Null where samples
    /// of these sizes can't reach alpha.
    /// </summary>
    /// <param name="x">At least one value, each above 0.</param>
    /// <param name="y">At least one value, each above 0.</param>
    /// <param name="alpha">What a one-sided p-value must be less than; above 0, below 0.5.</param>
    /// <exception cref="ArgumentException">One of the two has no value.</exception>
    public static Interval? RatioInterval(
        IReadOnlyList<double> x,
        IReadOnlyList<double> y,
        double alpha
    )
    {
        RequireValues(x, y);
        var outside = CountOutside(x.Count, y.Count, alpha);
        if (outside == 0)
        {
            return null;
        }

        double[] quotients = [.. x.SelectMany(a => y.Select(b => a / b)).Order()];
        return new(quotients[outside - 1], quotients[^outside]);
    }

    // How many values U = 0, 1, 2... of the statistic (pairs on the wrong side) are significant without ties.
    private static int CountOutside(int xCount, int yCount, double alpha)
    {
        var ranks = PooledRanks.Of(
            [.. Enumerable.Range(0, xCount).Select(i => (double)i)],
            [.. Enumerable.Range(xCount, yCount).Select(i => (double)i)]
        );
        var greatest = (xCount * yCount) + (xCount * (xCount + 1) / 2);
        var exact = IsExact(xCount, yCount) ? RankSumDistribution.Of(ranks, xCount) : null;
        return Enumerable
            .Range(0, (xCount * yCount / 2) + 1)
            .TakeWhile(u => PValue(2 * (greatest - u)) < alpha)
            .Count();

        double PValue(int doubledSum) =>
            exact?.Share(sum => sum >= doubledSum)
            ?? UpperTail(doubledSum - Expected(xCount, yCount), ranks, xCount, yCount);
    }

    private static bool IsExact(int xCount, int yCount) => Math.Max(xCount, yCount) <= ExactLimit;

    private static int Expected(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        Expected(x.Count, y.Count);

    // Of doubled ranks, so a whole number.
    private static int Expected(int xCount, int yCount) => xCount * (xCount + yCount + 1);

    private static double UpperTail(
        int doubledDistance,
        PooledRanks ranks,
        IReadOnlyList<double> x,
        IReadOnlyList<double> y
    ) => UpperTail(doubledDistance, ranks, x.Count, y.Count);

    private static double UpperTail(int doubledDistance, PooledRanks ranks, int xCount, int yCount)
    {
        double all = xCount + yCount;
        var variance = xCount * yCount / 12.0 * (all + 1 - (ranks.TieTerm / (all * (all - 1))));
        if (variance <= 0)
        {
            // All values are equal: nothing speaks against the hypothesis.
            return 1;
        }

        var distance = (doubledDistance / 2.0) - 0.5;
        return NormalDistribution.Standard.Cdf(-distance / Math.Sqrt(variance));
    }

    private static void RequireValues(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        RequireValue(x, nameof(x));
        RequireValue(y, nameof(y));
    }

    private static void RequireValue(IReadOnlyList<double> values, string name)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("A sample needs at least one value.", name);
        }
    }
}
