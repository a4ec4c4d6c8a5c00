using CsCheck;
using Memory64.Results.Statistics;
using Xunit;

namespace Memory64.Bench.Tests.Results.Statistics;

public sealed class RatioOfRatiosTests(ITestOutputHelper output)
{
    private const double Alpha = 0.01;

    private static readonly Gen<double[]> Times = Gen.Double[90, 110].Array[5, 9];

    // Five against five at half of 1 %: the bounds of each ratio are its smallest and its largest quotient (1/252 is less than
    // 0.5 %, 2/252 is not). So 10/2 to 50/1 over 4/2 to 8/1.
    [Fact]
    public void Agrees_with_bounds_computed_by_hand() =>
        Assert.Equal(
            new Interval(5 / 8.0, 50 / 2.0),
            Quotient(
                ([10, 20, 30, 40, 50], [1, 1.2, 1.5, 1.7, 2]),
                ([4, 5, 6, 7, 8], [1, 1.2, 1.5, 1.7, 2])
            )
        );

    [Fact]
    public void Has_no_interval_where_one_side_has_too_few_rounds()
    {
        double[] five = [1, 2, 3, 4, 5];
        double[] four = [1, 2, 3, 4];

        Assert.NotNull(Quotient((five, five), (five, five)));
        Assert.Null(Quotient((five, four), (five, five)));
        Assert.Null(Quotient((five, five), (four, five)));
    }

    [Fact]
    public void Holds_its_ratio_and_turns_round_with_its_sides() =>
        Gen.Select(Times, Times, Times, Times)
            .Sample(
                (a, b, c, d) =>
                {
                    var interval = Quotient((a, b), (c, d))!;
                    var swapped = Quotient((c, d), (a, b))!;
                    var ratio = RoundStatistics.Ratio(a, b) / RoundStatistics.Ratio(c, d);
                    Assert.InRange(ratio, interval.Lower, interval.Upper);
                    Assert.Equal(1 / interval.Upper, swapped.Lower, 1e-12);
                    Assert.Equal(1 / interval.Lower, swapped.Upper, 1e-12);
                }
            );

    // Four samples of their own levels and spreads, held up at times: what the confidence is said to be holds.
    [Fact]
    public void Holds_the_true_ratio_as_often_as_it_says()
    {
        const int samples = 4000;
        var random = new Random(66);
        var (below, above) = (0, 0);
        for (var i = 0; i < samples; i++)
        {
            var interval = Quotient((Rounds(6), Rounds(2)), (Rounds(5), Rounds(1)))!;
            below += interval.Upper < 0.6 ? 1 : 0;
            above += interval.Lower > 0.6 ? 1 : 0;
        }

        output.WriteLine($"missed below {below}, above {above} of {samples}");
        Assert.InRange(below, 0, Alpha * samples);
        Assert.InRange(above, 0, Alpha * samples);

        double[] Rounds(double level) =>
            SimulatedRounds.Make(
                random,
                random.Next(5, 9),
                level,
                0.01 + (0.02 * random.NextDouble())
            );
    }

    private static Interval? Quotient(
        (double[] Case, double[] Control) numerator,
        (double[] Case, double[] Control) denominator
    ) =>
        RatioOfRatios.Interval(
            MannWhitney.RatioInterval(numerator.Case, numerator.Control, Alpha / 2),
            MannWhitney.RatioInterval(denominator.Case, denominator.Control, Alpha / 2)
        );
}
