using CsCheck;
using Memory64.Results.Statistics;
using Xunit;

namespace Memory64.Bench.Tests.Results.Statistics;

public sealed class SignedRankTests
{
    // Few different values, so that most samples have ties and zeros.
    private static readonly Gen<double[]> Tied = Gen.Double[-3, 3].Select(Math.Round).Array[1, 9];

    // Of a random generator of .NET's: one that tries simple values first would try equal ones.
    private static readonly Gen<double[]> Untied = Gen.Select(
            Gen.Int[0, int.MaxValue],
            Gen.Int[7, 12]
        )
        .Select(
            (seed, count) =>
            {
                var random = new Random(seed);
                return Enumerable
                    .Range(0, count)
                    .Select(_ => (2 * random.NextDouble()) - 1)
                    .ToArray();
            }
        );

    // M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods", table 3.1 (depression scales of nine patients before and
    // after a tranquilizer): T+ = 40, the upper p-value is .0195, the estimate .46, and 96.1 % lie between .010 and .786.
    [Fact]
    public void Agrees_with_a_textbook()
    {
        double[] before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
        double[] after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        double[] shifts = [.. before.Zip(after, (x, y) => x - y)];

        Assert.Equal(10 / 512.0, SignedRank.Greater(shifts, 0), 12);
        Assert.Equal(20 / 512.0, SignedRank.TwoSided(shifts, 0), 12);
        Assert.Equal(0.46, RoundStatistics.Summarize(shifts).Center, 12);
        var interval = SignedRank.CenterInterval(shifts, 0.02)!;
        Assert.Equal(0.010, interval.Lower, 3);
        Assert.Equal(0.786, interval.Upper, 3);
    }

    [Fact]
    public void Needs_seven_rounds_for_one_percent()
    {
        double[] six = [1, 2, 3, 4, 5, 6];

        Assert.Equal(1 / 64.0, SignedRank.Greater(six, 0), 12);
        Assert.Equal(1 / 64.0, SignedRank.SmallestPValue(6), 12);
        Assert.Null(SignedRank.CenterInterval(six, 0.01));
        Assert.Equal(new Interval(1, 7), SignedRank.CenterInterval([.. six, 7], 0.01));
    }

    [Fact]
    public void Says_nothing_where_all_values_lie_on_the_bound()
    {
        Assert.Equal(1, SignedRank.Greater([2, 2, 2], 2));
        Assert.Equal(1, SignedRank.TwoSided([2, 2, 2], 2));
        Assert.Throws<ArgumentException>(() => SignedRank.Greater([], 0));
        Assert.Throws<ArgumentException>(() => SignedRank.CenterInterval([], 0.01));
    }

    // Zeros keep their rank before they are left out: -1 0 3 4 have the ranks 2 1 3 4, so 7 of 9 are positive, which three of the
    // eight choices reach that are as high: 9, 7 (3 + 4), and no other.
    [Fact]
    public void Ranks_zeros_before_it_leaves_them_out() =>
        Assert.Equal(2 / 8.0, SignedRank.Greater([-1, 0, 3, 4], 0), 12);

    [Fact]
    public void Agrees_with_counting_every_choice_of_signs() =>
        Tied.Sample(values =>
        {
            var ranks = values
                .Select(a =>
                    values.Count(b => Math.Abs(b) < Math.Abs(a))
                    + ((values.Count(b => Math.Abs(b) == Math.Abs(a)) + 1) / 2.0)
                )
                .ToList();
            var used = Enumerable.Range(0, values.Length).Where(i => values[i] != 0).ToList();
            var observed = used.Where(i => values[i] > 0).Sum(i => ranks[i]);
            var choices = 1 << used.Count;
            var asHigh = Enumerable
                .Range(0, choices)
                .Count(bits =>
                    used.Where((_, j) => (bits >> j & 1) == 1).Sum(i => ranks[i]) >= observed
                );

            Assert.Equal(asHigh / (double)choices, SignedRank.Greater(values, 0), 1e-12);
        });

    [Fact]
    public void Is_the_same_from_the_other_side() =>
        Gen.Select(Tied, Gen.Double[-1, 1])
            .Sample(
                (values, bound) =>
                    Assert.Equal(
                        SignedRank.Less(values, bound),
                        SignedRank.Greater([.. values.Select(value => -value)], -bound),
                        1e-12
                    )
            );

    // What the interval leaves out on one side is what the test of that side refuses.
    [Fact]
    public void Inverts_its_test() =>
        Gen.Select(Untied, Gen.Double[-1, 1])
            .Sample(
                (values, bound) =>
                {
                    var interval = SignedRank.CenterInterval(values, 0.01)!;
                    Assert.Equal(bound < interval.Lower, SignedRank.Greater(values, bound) < 0.01);
                    Assert.Equal(bound > interval.Upper, SignedRank.Less(values, bound) < 0.01);
                    Assert.InRange(
                        RoundStatistics.Summarize(values).Center,
                        interval.Lower,
                        interval.Upper
                    );
                }
            );

    // At the limit both are known: the approximation that goes on from there is as good as it must be.
    [Fact]
    public void Goes_on_beyond_the_exact_limit_where_it_stood()
    {
        var random = new Random(1);
        double[] Sample(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.35)];
        var values = Sample(SignedRank.ExactLimit);
        var exact = SignedRank.Greater(values, 0);
        var approximate = SignedRank.Greater([.. values, .. values], 0);

        Assert.InRange(exact, 1e-6, 0.05);
        Assert.InRange(approximate, 0, exact);
    }
}
