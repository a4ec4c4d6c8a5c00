using CsCheck;
using Memory64.Results.Relations;
using Xunit;

namespace Memory64.Bench.Tests.Results.Relations;

public sealed class EquivalenceTestTests
{
    private static readonly ComparisonOptions Defaults = new();

    private static readonly double[] Steady = [99.8, 99.9, 100, 100.1, 100.2];

    // Near each other and near the threshold, so that all verdicts come up.
    private static readonly Gen<double[]> Times = Gen.Select(
        Gen.Double[95, 105],
        Gen.Double[0.99, 1.01].Array[3, 9],
        (centre, values) => values.Select(v => v * centre).ToArray()
    );

    [Theory]
    [InlineData(1.05, Verdict.Slower)]
    [InlineData(0.95, Verdict.Faster)]
    [InlineData(1.0, Verdict.Same)]
    [InlineData(1.01, Verdict.Same)]
    [InlineData(1.02, Verdict.Unsure)]
    public void Calls_a_steady_case_by_its_ratio(double ratio, Verdict verdict) =>
        Assert.Equal(verdict, EquivalenceTest.Decide(Steady, Times100(ratio), Defaults));

    [Fact]
    public void Does_not_call_a_difference_below_the_threshold_however_clear_it_is() =>
        Assert.Equal(
            Verdict.Same,
            EquivalenceTest.Decide(Steady, [101, 101.1, 101.2, 101.3, 101.4], Defaults)
        );

    [Theory]
    [InlineData(4, 4, Verdict.TooFewRounds)]
    [InlineData(5, 4, Verdict.Slower)]
    [InlineData(5, 5, Verdict.Slower)]
    [InlineData(8, 2, Verdict.TooFewRounds)]
    [InlineData(0, 9, Verdict.TooFewRounds)]
    public void Knows_when_rounds_are_too_few(int baseRounds, int newRounds, Verdict verdict) =>
        Assert.Equal(
            verdict,
            EquivalenceTest.Decide(
                [.. Enumerable.Repeat(1.0, baseRounds)],
                [.. Enumerable.Repeat(2.0, newRounds)],
                Defaults
            )
        );

    [Fact]
    public void Turns_round_with_its_sides() =>
        Gen.Select(Times, Times)
            .Sample(
                (x, y) =>
                    EquivalenceTest.Decide(y, x, Defaults)
                    == EquivalenceTest.Decide(x, y, Defaults) switch
                    {
                        Verdict.Slower => Verdict.Faster,
                        Verdict.Faster => Verdict.Slower,
                        var other => other,
                    }
            );

    // Powers of two scale without rounding, which would make or break ties.
    [Fact]
    public void Does_not_depend_on_the_unit() =>
        Gen.Select(Times, Times, Gen.Int[-30, 30])
            .Sample(
                (x, y, power) =>
                    EquivalenceTest.Decide(Scale(x, power), Scale(y, power), Defaults)
                    == EquivalenceTest.Decide(x, y, Defaults)
            );

    [Fact]
    public void Stays_same_when_the_threshold_grows() =>
        Gen.Select(Times, Times, Gen.Double[0.001, 0.05], Gen.Double[0, 0.1])
            .Where(
                (x, y, threshold, _) =>
                    EquivalenceTest.Decide(x, y, new() { Threshold = threshold }) == Verdict.Same
            )
            .Sample(
                (x, y, threshold, more) =>
                    EquivalenceTest.Decide(x, y, new() { Threshold = threshold + more })
                    == Verdict.Same
            );

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void Refuses_an_alpha_that_makes_no_sense(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComparisonOptions { Alpha = alpha });

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Refuses_a_threshold_that_makes_no_sense(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ComparisonOptions { Threshold = threshold }
        );

    private static double[] Times100(double ratio) => [.. Steady.Select(time => time * ratio)];

    private static double[] Scale(double[] values, int power) =>
        [.. values.Select(value => Math.ScaleB(value, power))];
}
