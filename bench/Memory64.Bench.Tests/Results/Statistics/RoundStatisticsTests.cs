using CsCheck;
using Memory64.Results.Statistics;
using Pragmastat;
using Pragmastat.Estimators;
using Xunit;

namespace Memory64.Bench.Tests.Results.Statistics;

public sealed class RoundStatisticsTests
{
    private static readonly Gen<double[]> Times = Gen.Double[0.1, 1e6].Array[2, 12];

    // By hand. 1, 2, 4, 8: the ten means of pairs, each value with itself too, are 1 1.5 2 2.5 3 4 4.5 5 6 8, so the centre
    // is (3 + 4) / 2; the six differences are 1 2 3 4 6 7, so the spread is (3 + 4) / 2. The last two rows are examples
    // of Pragmastat's manual.
    [Theory]
    [InlineData(3.5, 3.5, 1.0, 2.0, 4.0, 8.0)]
    [InlineData(2.0, 1.0, 1.0, 2.0, 3.0)]
    [InlineData(15.0, 10.0, 10.0, 20.0)]
    [InlineData(7.0, 0.0, 7.0, 7.0, 7.0)]
    [InlineData(4.0, 4.0, 0.0, 2.0, 4.0, 6.0, 8.0)]
    [InlineData(6.0, 6.0, 0.0, 3.0, 6.0, 9.0, 12.0)]
    public void Agrees_with_values_computed_by_hand(
        double center,
        double spread,
        params double[] values
    )
    {
        var summary = RoundStatistics.Summarize(values);

        Assert.Equal(new Summary(values.Length, center, spread), summary);
    }

    [Fact]
    public void Takes_a_round_as_the_median_of_its_iterations()
    {
        var measured = TestRuns.Measured("A", "M", "") with
        {
            Rounds = [TestRuns.Round(10, 1000, 20), TestRuns.Round(10, 40), TestRuns.Round(30)],
        };

        Assert.Equal([20, 25, 30], measured.Values);
        Assert.Equal(new Summary(3, 25, 5), RoundStatistics.Summarize(measured.Values));
    }

    [Fact]
    public void Does_not_know_the_spread_of_one_round()
    {
        var summary = RoundStatistics.Summarize([5.0]);

        Assert.Equal(new Summary(1, 5, null), summary);
        Assert.Null(summary.RelativeSpread);
    }

    [Fact]
    public void Relates_the_spread_to_the_centre() =>
        Assert.Equal(0.5, RoundStatistics.Summarize([1.0, 2, 3]).RelativeSpread);

    [Theory]
    [InlineData(0, new double[] { 5 })]
    [InlineData(0, new double[] { 5, 5, 5, 5 })]
    [InlineData(0.25, new double[] { 1.5, 2, 2.5 })]
    public void Relates_the_spread_to_the_median(double share, double[] values) =>
        Assert.Equal(share, RoundStatistics.RelativeSpread(values));

    [Fact]
    public void Hardly_moves_for_a_wild_value()
    {
        var summary = RoundStatistics.Summarize([10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 1e9]);

        Assert.InRange(summary.Center, 10, 10.7);
        Assert.InRange(summary.Spread!.Value, 0.1, 0.7);
    }

    // 1 2 4 8 16 over 2 4 8 16 32: an example of Pragmastat's manual. 3, 5 over 1, 2: the quotients are 1.5 2.5 3 5,
    // and the geometric mean of the two in the middle is the root of 7.5.
    [Theory]
    [InlineData(0.5, new double[] { 1, 2, 4, 8, 16 }, new double[] { 2, 4, 8, 16, 32 })]
    [InlineData(2.7386127875258306, new double[] { 3, 5 }, new double[] { 1, 2 })]
    public void Agrees_with_a_ratio_computed_by_hand(
        double ratio,
        double[] numerator,
        double[] denominator
    ) => Assert.Equal(ratio, RoundStatistics.Ratio(numerator, denominator), 12);

    [Theory]
    [InlineData(3.0, 5.0, 3.0, 1.0)]
    [InlineData(2.5, 4.0, 1.0, 3.0, 2.0)]
    public void Finds_the_median(double median, params double[] values) =>
        Assert.Equal(median, RoundStatistics.Median(values));

    [Fact]
    public void Finds_the_median_that_the_package_finds() =>
        Gen.Double[0.1, 1e6]
            .Array[1, 12]
            .Sample(values =>
                RoundStatistics.Median(values)
                == MedianEstimator.Instance.Estimate(new Sample(values)).NominalValue
            );

    [Fact]
    public void Needs_a_value()
    {
        Assert.Throws<ArgumentException>(() => RoundStatistics.Summarize(Array.Empty<double>()));
        Assert.Throws<ArgumentException>(() => RoundStatistics.Median([]));
        Assert.Throws<ArgumentException>(() => RoundStatistics.RelativeSpread([]));
        Assert.Throws<ArgumentException>(() => RoundStatistics.Ratio([1], []));
    }

    [Fact]
    public void Agrees_with_the_definitions() =>
        Times.Sample(values =>
        {
            var means = values.SelectMany((x, i) => values[i..].Select(y => (x + y) / 2));
            var differences = values.SelectMany(
                (x, i) => values[(i + 1)..].Select(y => Math.Abs(x - y))
            );
            var summary = RoundStatistics.Summarize(values);

            AssertClose(MiddleOf(means), summary.Center, values);
            AssertClose(MiddleOf(differences), summary.Spread!.Value, values);
        });

    [Fact]
    public void Scales_with_the_values() =>
        Gen.Select(Times, Gen.Double[0.01, 100])
            .Sample(
                (values, factor) =>
                {
                    var (before, after) = (
                        Summarize(values, x => x),
                        Summarize(values, x => x * factor)
                    );
                    AssertClose(before.Center * factor, after.Center, values);
                    AssertClose(before.Spread!.Value * factor, after.Spread!.Value, values);
                }
            );

    [Fact]
    public void Shifts_the_centre_with_the_values_and_leaves_the_spread() =>
        Gen.Select(Times, Gen.Double[0, 1e5])
            .Sample(
                (values, shift) =>
                {
                    var (before, after) = (
                        Summarize(values, x => x),
                        Summarize(values, x => x + shift)
                    );
                    AssertClose(before.Center + shift, after.Center, values);
                    AssertClose(before.Spread!.Value, after.Spread!.Value, values);
                }
            );

    [Fact]
    public void Turns_the_ratio_round_with_its_sides() =>
        Gen.Select(Times, Gen.Double[0.01, 100])
            .Sample(
                (values, factor) =>
                {
                    double[] scaled = [.. values.Select(x => x * factor)];
                    var ratio = RoundStatistics.Ratio(scaled, values);
                    Assert.Equal(
                        factor,
                        ratio / RoundStatistics.Ratio(values, values),
                        factor * 1e-6
                    );
                }
            );

    private static Summary Summarize(double[] values, Func<double, double> change) =>
        RoundStatistics.Summarize([.. values.Select(change)]);

    private static double MiddleOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static void AssertClose(double expected, double actual, double[] values) =>
        Assert.Equal(expected, actual, 1e-9 * (Math.Abs(expected) + values.Max()));
}
