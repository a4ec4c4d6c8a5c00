using Memory64.Results.Comparisons;
using Memory64.Results.Statistics;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

/// <summary>
/// How often verdicts are right, on made-up rounds that misbehave as processes do: a round's process is shifted as a whole
/// (lognormal), and some are held up on top of that (skewed, heavy-tailed: Pareto with a finite mean but no variance).
/// </summary>
public sealed class VerdictRateTests(ITestOutputHelper output)
{
    private const int Pairs = 1000;

    [Fact]
    public void Rarely_sees_a_difference_where_there_is_none()
    {
        var random = new Random(64);
        var verdicts = Enumerable
            .Range(0, Pairs)
            .Select(_ =>
            {
                var shift = 0.01 + (0.02 * random.NextDouble());
                return EquivalenceTest.Decide(
                    Rounds(random, random.Next(5, 11), 1, shift),
                    Rounds(random, random.Next(5, 11), 1, shift),
                    new()
                );
            })
            .ToList();

        Print("A/A, 5 to 10 rounds, processes shifted by 1 to 3 %", verdicts);
        Assert.DoesNotContain(Verdict.TooFewRounds, verdicts);
        Assert.True(Share(verdicts, Verdict.Slower) + Share(verdicts, Verdict.Faster) < 0.01);
    }

    // The shift of processes that gives rounds, with those held up, the relative spread that this project reports as 1 %.
    [Fact]
    public void Mostly_sees_a_slowdown_of_5_percent()
    {
        const double shift = 0.0093;
        var random = new Random(65);
        var spread = RoundStatistics.Summarize(Rounds(random, 5000, 1, shift)).RelativeSpread;
        var verdicts = Enumerable
            .Range(0, Pairs)
            .Select(_ =>
                EquivalenceTest.Decide(
                    Rounds(random, 8, 1, shift),
                    Rounds(random, 8, 1.05, shift),
                    new()
                )
            )
            .ToList();

        Print($"5 % slower, 8 rounds, relative spread {spread:P2}", verdicts);
        Assert.InRange(spread!.Value, 0.0097, 0.0103);
        Assert.True(Share(verdicts, Verdict.Slower) >= 0.95);
        Assert.DoesNotContain(Verdict.Faster, verdicts);
    }

    private static double[] Rounds(Random random, int count, double level, double shift) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    100 * level * Math.Exp(shift * Normal(random)) * HoldUp(random, shift)
                ),
        ];

    // One process in ten is held up, by its shift at least: half of those by more than 1.6 times the shift, one in a hundred
    // of those by 22 times.
    private static double HoldUp(Random random, double shift) =>
        random.Next(10) == 0 ? 1 + (shift * Math.Pow(1 - random.NextDouble(), -1 / 1.5)) : 1;

    // G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", 1958.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Share(List<Verdict> verdicts, Verdict verdict) =>
        verdicts.Count(v => v == verdict) / (double)verdicts.Count;

    private void Print(string what, List<Verdict> verdicts) =>
        output.WriteLine(
            $"{what}: "
                + string.Join(
                    ", ",
                    Enum.GetValues<Verdict>().Select(v => $"{v} {Share(verdicts, v):P1}")
                )
        );
}
