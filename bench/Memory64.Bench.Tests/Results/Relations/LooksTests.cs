using Memory64.Results.Relations;
using Xunit;

namespace Memory64.Bench.Tests.Results.Relations;

public sealed class LooksTests(ITestOutputHelper output)
{
    private const int Duels = 6_000;
    private const double Alpha = 0.01;

    [Fact]
    public void Share_alpha_and_no_more_of_it()
    {
        Assert.Equal(
            Alpha,
            Enumerable
                .Range(1, Looks.Last)
                .Where(Looks.IsAt)
                .Sum(rounds => Looks.AlphaAt(rounds, Alpha)),
            12
        );
        Assert.Equal(Alpha, Looks.AlphaAt(Looks.First - 1, Alpha));
        Assert.True(Math.Pow(2, -Looks.First) < Looks.AlphaAt(Looks.First, Alpha));
    }

    // Whoever looks until he sees something errs more often; with alpha shared he doesn't. The true ratio is the threshold itself,
    // where an error is likeliest: on 1 the rate is far below.
    [Theory]
    [InlineData(1.0)]
    [InlineData(1.02)]
    public void Don_t_raise_the_rate_of_wrong_verdicts(double truth)
    {
        var random = new Random(67);
        var wrong = 0;
        var rounds = 0;
        for (var i = 0; i < Duels; i++)
        {
            var shift = 0.005 + (0.02 * random.NextDouble());
            double[] all =
            [
                .. Enumerable.Range(0, Looks.Last).Select(_ => Ratio(random, truth, shift)),
            ];
            var looked = Enumerable
                .Range(1, Looks.Last)
                .Where(Looks.IsAt)
                .First(n => n == Looks.Last || !Relation.OfDuel(all[..n], new()).IsOpen);
            rounds += looked;
            wrong += Relation.OfDuel(all[..looked], new()).Verdict == Verdict.Slower ? 1 : 0;
        }

        output.WriteLine(
            $"true ratio {truth}: {wrong} of {Duels} called slower, {rounds / (double)Duels:F1} rounds each"
        );
        Assert.InRange(wrong, 0, Alpha * Duels);
    }

    // Both sides of a duel may be held up, by what the process as a whole does to one of them.
    private static double Ratio(Random random, double truth, double shift) =>
        truth
        * SimulatedRounds.Make(random, 1, 1, shift / Math.Sqrt(2))[0]
        / SimulatedRounds.Make(random, 1, 1, shift / Math.Sqrt(2))[0];
}
