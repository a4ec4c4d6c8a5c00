namespace Memory64.Bench.Tests.Results;

/// <summary>
/// Made-up round values that misbehave as processes do: a round's process is shifted as a whole (lognormal), and some are
/// held up on top of that (skewed, heavy-tailed: Pareto with a finite mean but no variance).
/// </summary>
internal static class SimulatedRounds
{
    public static double[] Make(Random random, int count, double level, double shift) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => level * Math.Exp(shift * Normal(random)) * HoldUp(random, shift)),
        ];

    // One process in ten is held up, by its shift at least: half of those by more than 1.6 times the shift, one in a hundred
    // of those by 22 times.
    private static double HoldUp(Random random, double shift) =>
        random.Next(10) == 0 ? 1 + (shift * Math.Pow(1 - random.NextDouble(), -1 / 1.5)) : 1;

    // G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", 1958.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());
}
