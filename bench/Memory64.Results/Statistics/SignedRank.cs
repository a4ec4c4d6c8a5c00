using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace Memory64.Results.Statistics;

/// <summary>
/// Wilcoxon's signed rank test: does one sample, whose distribution is symmetric, lie above a bound? (F. Wilcoxon, "Individual
/// comparisons by ranking methods", 1945; M. Hollander, D. A. Wolfe and E. Chicken, "Nonparametric Statistical Methods",
/// chapter 3.) Equal distances get mid-ranks; values on the bound are ranked and then left out (J. W. Pratt, "Remarks on zeros and
/// ties in the Wilcoxon signed rank procedures", 1959). Up to <see cref="ExactLimit"/> values the p-value is exact, ties and
/// zeros or not: the share of all choices of signs that are at least as extreme. Beyond, it is the normal approximation.
/// </summary>
public static class SignedRank
{
    /// <summary>The largest sample for which p-values are exact: its 2^50 choices of signs are counted without rounding.</summary>
    public const int ExactLimit = 50;

    /// <summary>The one-sided p-value of "the values lie above the bound": small where they do; above 0, 1 at most.</summary>
    /// <param name="values">At least one value, each finite.</param>
    /// <param name="bound">A finite number.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Greater(IReadOnlyList<double> values, double bound)
    {
        RequireValue(values);
        var (ranks, positive) = Ranks([.. values.Select(value => value - bound)]);
        return UpperTail(ranks, positive);
    }

    /// <summary>The one-sided p-value of "the values lie below the bound".</summary>
    /// <inheritdoc cref="Greater"/>
    public static double Less(IReadOnlyList<double> values, double bound) =>
        Greater([.. values.Select(value => -value)], -bound);

    /// <summary>The two-sided p-value of "the values don't lie around the bound"; above 0, 1 at most.</summary>
    /// <inheritdoc cref="Greater"/>
    public static double TwoSided(IReadOnlyList<double> values, double bound) =>
        Math.Min(1, 2 * Math.Min(Greater(values, bound), Less(values, bound)));

    /// <summary>The smallest one-sided p-value that so many values can reach: that of one sign for all.</summary>
    /// <param name="count">1 or more.</param>
    public static double SmallestPValue(int count) => Math.Pow(2, -count);

    /// <summary>
    /// A confidence interval of the centre: the k-th smallest and the k-th largest of the means of all pairs of values, those of
    /// a value with itself included (J. W. Tukey, "The simplest signed-rank tests", 1949; Hollander, Wolfe and Chicken, chapter
    /// 3.3). Its confidence is 1 - 2 * alpha or a little more, so that one whole side of a value means that the one-sided test of
    /// that value is significant at alpha. Null where so few values can't reach alpha.
    /// </summary>
    /// <param name="values">At least one value, each finite.</param>
    /// <param name="alpha">What a one-sided p-value must be less than; above 0, below 0.5.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Interval? CenterInterval(IReadOnlyList<double> values, double alpha)
    {
        RequireValue(values);
        var outside = CountOutside(values.Count, alpha);
        if (outside == 0)
        {
            return null;
        }

        double[] means =
        [
            .. values
                .Index()
                .SelectMany(a => values.Take(a.Index + 1).Select(b => (a.Item + b) / 2))
                .Order(),
        ];
        return new(means[outside - 1], means[^outside]);
    }

    // How many values 0, 1, 2... of the rank sum of one sign are significant without ties and zeros.
    private static int CountOutside(int count, double alpha)
    {
        int[] doubled = [.. Enumerable.Range(1, count).Select(rank => 2 * rank)];
        var sum = doubled.Sum();
        return Enumerable
            .Range(0, (sum / 4) + 1)
            .TakeWhile(low => UpperTail(doubled, sum - (2 * low)) < alpha)
            .Count();
    }

    // Doubled, so that mid-ranks are whole numbers; of the distances that aren't zero.
    private static (int[] Doubled, int PositiveSum) Ranks(double[] distances)
    {
        List<int> ranks = [];
        var positive = 0;
        var before = 0;
        foreach (var group in distances.GroupBy(Math.Abs).OrderBy(g => g.Key))
        {
            var count = group.Count();
            // The mean of ranks r + 1 to r + t is r + (t + 1) / 2.
            var rank = (2 * before) + count + 1;
            before += count;
            if (group.Key > 0)
            {
                ranks.AddRange(Enumerable.Repeat(rank, count));
                positive += rank * group.Count(distance => distance > 0);
            }
        }

        return ([.. ranks], positive);
    }

    private static double UpperTail(int[] doubledRanks, int doubledSum)
    {
        if (doubledRanks.Length == 0)
        {
            // All values lie on the bound: nothing speaks for one side.
            return 1;
        }

        return doubledRanks.Length <= ExactLimit
            ? ShareOfSigns(doubledRanks, doubledSum)
            : Approximation(doubledRanks, doubledSum);
    }

    // Counts the choices of signs by the sum of their positive ranks (B. Streitberg and J. Roehmel's shift algorithm, 1986).
    private static double ShareOfSigns(int[] doubledRanks, int atLeast)
    {
        var largest = doubledRanks.Sum();
        var choices = new double[largest + 1];
        choices[0] = 1;
        foreach (var rank in doubledRanks)
        {
            for (var sum = largest; sum >= rank; sum--)
            {
                choices[sum] += choices[sum - rank];
            }
        }

        return choices.Skip(atLeast).Sum() / Math.Pow(2, doubledRanks.Length);
    }

    // Each rank is positive with probability one half: mean r / 2, variance r^2 / 4. With a correction for continuity.
    private static double Approximation(int[] doubledRanks, int doubledSum)
    {
        var mean = doubledRanks.Sum() / 4.0;
        var variance = doubledRanks.Sum(rank => rank / 2.0 * (rank / 2.0)) / 4;
        var distance = (doubledSum / 2.0) - mean - 0.5;
        return NormalDistribution.Standard.Cdf(-distance / Math.Sqrt(variance));
    }

    private static void RequireValue(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("A sample needs at least one value.", nameof(values));
        }
    }
}
