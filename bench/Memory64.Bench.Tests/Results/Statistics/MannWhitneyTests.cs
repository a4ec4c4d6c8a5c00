using CsCheck;
using Memory64.Results.Statistics;
using Xunit;

namespace Memory64.Bench.Tests.Results.Statistics;

public sealed class MannWhitneyTests
{
    // Few different values, so that most samples have ties.
    private static readonly Gen<double[]> Tied = Gen.Double[1, 5].Select(Math.Round).Array[1, 6];

    private static readonly Gen<double[]> Times = Gen.Double[90, 110].Array[5, 9];

    // M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods", table 4.1 (permeability of membranes): W = 35 and
    // the upper p-value is .1272.
    [Fact]
    public void Agrees_with_a_textbook()
    {
        double[] atTerm = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
        double[] early = [1.15, 0.88, 0.90, 0.74, 1.21];

        Assert.Equal(0.1272, MannWhitney.Greater(atTerm, early), 4);
        Assert.Equal(0.2544, MannWhitney.TwoSided(atTerm, early), 4);
    }

    [Fact]
    public void Counts_one_split_of_252_where_five_lie_above_five()
    {
        double[] low = [1, 2, 3, 4, 5];
        double[] high = [6, 7, 8, 9, 10];

        Assert.Equal(1 / 252.0, MannWhitney.Greater(high, low), 12);
        Assert.Equal(1, MannWhitney.Greater(low, high), 12);
        Assert.Equal(2 / 252.0, MannWhitney.TwoSided(low, high), 12);
        Assert.Equal(1 / 252.0, MannWhitney.SmallestPValue(5, 5), 12);
        Assert.Equal(1 / 70.0, MannWhitney.SmallestPValue(4, 4), 12);
    }

    // The first is what MATLAB's ranksum (exact, right tail) says of this data; R without exact ties says .7358. In the
    // second, by hand, y holds five of the six values that are equal and greatest: 6 splits of 252.
    [Theory]
    [InlineData(
        0.714285714285714,
        new double[] { 1, 1, 100, 1000, 10000 },
        new double[] { 2, 20, 20, 2000, 20000 }
    )]
    [InlineData(6 / 252.0, new double[] { 5, 5, 5, 5, 5 }, new double[] { 1, 2, 3, 4, 5 })]
    [InlineData(1, new double[] { 7, 7, 7, 7, 7 }, new double[] { 7, 7, 7, 7, 7 })]
    public void Is_exact_with_ties(double expected, double[] x, double[] y) =>
        Assert.Equal(expected, MannWhitney.Greater(x, y), 12);

    [Fact]
    public void Agrees_with_counting_every_split() =>
        Gen.Select(Tied, Tied)
            .Sample(
                (x, y) =>
                {
                    double[] all = [.. x, .. y];
                    double Sum(IEnumerable<double> some) =>
                        some.Sum(a => all.Count(b => b < a) + ((all.Count(b => b == a) + 1) / 2.0));
                    var observed = Sum(x);
                    var mean = x.Length * (all.Length + 1) / 2.0;
                    var sums = Enumerable
                        .Range(0, 1 << all.Length)
                        .Where(bits => int.PopCount(bits) == x.Length)
                        .Select(bits => Sum(all.Where((_, i) => (bits >> i & 1) == 1)))
                        .ToList();

                    Assert.Equal(
                        sums.Count(s => s >= observed) / (double)sums.Count,
                        MannWhitney.Greater(x, y),
                        1e-12
                    );
                    Assert.Equal(
                        sums.Count(s => Math.Abs(s - mean) >= Math.Abs(observed - mean))
                            / (double)sums.Count,
                        MannWhitney.TwoSided(x, y),
                        1e-12
                    );
                },
                iter: 50
            );

    [Fact]
    public void Is_the_same_two_sided_whichever_side_comes_first() =>
        Gen.Select(Tied, Tied)
            .Sample((x, y) => MannWhitney.TwoSided(x, y) == MannWhitney.TwoSided(y, x));

    // The approximation begins where the exact distribution ends: one more value on one side must hardly matter.
    [Fact]
    public void Goes_over_into_the_approximation_without_a_jump()
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => i * 2.0)];
        double[] y = [.. Enumerable.Range(0, 20).Select(i => (i * 2.0) + 7)];

        var exact = MannWhitney.TwoSided(x, y);
        var approximate = MannWhitney.TwoSided([.. x, 1e-3], [.. y, 20]);

        Assert.InRange(approximate / exact, 0.7, 1.3);
    }

    // By hand: 30 against 30 with all ranks in two groups of 30 ties. x has 20 of the upper group: mid-ranks 15.5 and 45.5,
    // so W = 10 * 15.5 + 20 * 45.5 = 1065, mean 915, variance 75 * (61 - 2 * 26970 / (60 * 59)) = 75 * 45.7627 = 3432.2;
    // z = 149.5 / 58.585 = 2.5519, whose upper tail is .00536.
    [Fact]
    public void Corrects_the_approximation_for_ties()
    {
        double[] x = [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(2.0, 20)];
        double[] y = [.. Enumerable.Repeat(1.0, 20), .. Enumerable.Repeat(2.0, 10)];

        Assert.Equal(0.00536, MannWhitney.Greater(x, y), 0.00001);
        Assert.Equal(0.01072, MannWhitney.TwoSided(x, y), 0.00002);
    }

    [Fact]
    public void Finds_nothing_where_many_values_are_all_equal()
    {
        double[] values = [.. Enumerable.Repeat(3.0, 30)];

        Assert.Equal(1, MannWhitney.TwoSided(values, values));
    }

    // 5 against 5 at 1 %: U = 0 (1/252) and U = 1 (2/252) are significant, U = 2 (4/252) is not, so the bounds are the second
    // smallest and the second largest of 25 quotients. At 0.5 % only U = 0 is.
    [Theory]
    [InlineData(0.01, 2, 160)]
    [InlineData(0.005, 1, 320)]
    public void Bounds_a_ratio_by_quotients(double alpha, double lower, double upper) =>
        Assert.Equal(
            new Interval(lower, upper),
            MannWhitney.RatioInterval([16, 48, 80, 160, 320], [1, 2, 4, 8, 16], alpha)
        );

    [Fact]
    public void Has_no_interval_where_alpha_is_out_of_reach() =>
        Assert.Null(MannWhitney.RatioInterval([1, 2, 3, 4], [1, 2, 3, 4], 0.01));

    // Without ties, which the interval's bounds don't know of: also none that only rounding hides, as of 99 / 90 and 1.1.
    [Fact]
    public void Has_an_interval_that_agrees_with_its_tests() =>
        Gen.Select(Times, Times, Gen.Double[0.8, 1.25])
            .Where((x, y, ratio) => !HasTies([.. x, .. y.Select(value => value * ratio)]))
            .Sample(
                (x, y, ratio) =>
                {
                    var interval = MannWhitney.RatioInterval(x, y, 0.01)!;
                    double[] scaled = [.. y.Select(value => value * ratio)];
                    Assert.Equal(MannWhitney.Greater(x, scaled) < 0.01, interval.Lower > ratio);
                    Assert.Equal(MannWhitney.Greater(scaled, x) < 0.01, interval.Upper < ratio);
                }
            );

    private static bool HasTies(double[] values)
    {
        Array.Sort(values);
        return values.Zip(values.Skip(1)).Any(pair => pair.Second - pair.First < 1e-9);
    }

    [Fact]
    public void Needs_a_value_on_both_sides()
    {
        Assert.Throws<ArgumentException>(() => MannWhitney.Greater([], [1]));
        Assert.Throws<ArgumentException>(() => MannWhitney.TwoSided([1], []));
        Assert.Throws<ArgumentException>(() => MannWhitney.RatioInterval([], [1], 0.01));
    }
}
