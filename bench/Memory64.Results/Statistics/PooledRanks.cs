namespace Memory64.Results.Statistics;

/// <summary>The ranks of two samples in their union, doubled so that mid-ranks (those of ties) are whole numbers.</summary>
/// <param name="Doubled">Twice the rank of each value of both samples, in ascending order.</param>
/// <param name="FirstSum">The sum of the doubled ranks of the first sample.</param>
/// <param name="TieTerm">The sum of t^3 - t over groups of t equal values; 0 without ties.</param>
internal sealed record PooledRanks(IReadOnlyList<int> Doubled, int FirstSum, double TieTerm)
{
    public static PooledRanks Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var doubled = new List<int>(first.Count + second.Count);
        var firstSum = 0;
        var tieTerm = 0.0;
        foreach (
            var group in first
                .Select(value => (Value: value, IsFirst: true))
                .Concat(second.Select(value => (Value: value, IsFirst: false)))
                .GroupBy(v => v.Value, v => v.IsFirst)
                .OrderBy(g => g.Key)
        )
        {
            double ties = group.Count();
            // The mean of ranks r + 1 to r + t is r + (t + 1) / 2.
            var rank = (2 * doubled.Count) + group.Count() + 1;
            firstSum += rank * group.Count(isFirst => isFirst);
            tieTerm += (ties * ties * ties) - ties;
            doubled.AddRange(group.Select(_ => rank));
        }

        return new(doubled, firstSum, tieTerm);
    }
}
