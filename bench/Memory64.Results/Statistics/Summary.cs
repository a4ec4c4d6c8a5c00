namespace Memory64.Results.Statistics;

/// <summary>What the rounds of a case say, in nanoseconds for one operation.</summary>
/// <param name="Rounds">How many rounds; 1 or more.</param>
/// <param name="Center">Where they lie: the Hodges-Lehmann estimate; above 0.</param>
/// <param name="Spread">How far two of them typically differ: the Shamos estimate; null with one round, which can't say.</param>
public sealed record Summary(int Rounds, double Center, double? Spread)
{
    /// <summary><see cref="Spread"/> as a share of <see cref="Center"/> (0.02 is 2 %); null with one round.</summary>
    public double? RelativeSpread => Spread / Center;
}
