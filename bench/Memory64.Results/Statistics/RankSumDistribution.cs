using System.Collections.Concurrent;

namespace Memory64.Results.Statistics;

/// <summary>
/// The exact distribution of the sum of ranks of one of two samples when every split of the pooled ranks into the two is
/// equally likely. Ranks are doubled, so that mid-ranks (those of ties) are whole numbers. Splits are counted by the shift
/// algorithm (B. Streitberg and J. Roehmel, "Exact distributions for permutation and rank tests: an introduction to some
/// recently published algorithms", Statistical Software Newsletter 12, 1986).
/// </summary>
internal sealed class RankSumDistribution
{
    // Without ties the ranks are 1, 2, 3..., so that one distribution serves all samples of the same two sizes.
    private static readonly ConcurrentDictionary<(int All, int Count), RankSumDistribution> Untied =
        new();

    // Counts of splits are kept as doubles: whole numbers up to 2^53 are exact, and there are 1.4e11 splits of 20 + 20.
    private readonly double[] _splits;
    private readonly double _total;

    /// <summary>Counts the splits by their doubled rank sum.</summary>
    /// <param name="ranks">The ranks of both samples.</param>
    /// <param name="count">How many of them are in the sample whose sum is asked for.</param>
    public static RankSumDistribution Of(PooledRanks ranks, int count) =>
        ranks.TieTerm > 0
            ? new(ranks.Doubled, count)
            : Untied.GetOrAdd((ranks.Doubled.Count, count), _ => new(ranks.Doubled, count));

    private RankSumDistribution(IReadOnlyList<int> doubledRanks, int count)
    {
        var largest = doubledRanks.OrderDescending().Take(count).Sum();
        var ways = new double[count + 1][];
        for (var i = 0; i <= count; i++)
        {
            ways[i] = new double[largest + 1];
        }

        ways[0][0] = 1;
        foreach (var rank in doubledRanks)
        {
            // Downwards, so that a rank is taken once.
            for (var taken = count; taken > 0; taken--)
            {
                for (var sum = largest; sum >= rank; sum--)
                {
                    ways[taken][sum] += ways[taken - 1][sum - rank];
                }
            }
        }

        _splits = ways[count];
        _total = _splits.Sum();
    }

    /// <summary>The share of splits whose doubled rank sum fulfils a condition; 0 to 1.</summary>
    /// <param name="counts">The condition.</param>
    public double Share(Func<int, bool> counts) =>
        _splits.Index().Where(s => counts(s.Index)).Sum(s => s.Item) / _total;
}
