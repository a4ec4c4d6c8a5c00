using System.Text.Json.Serialization;
using Memory64.Results.Statistics;

namespace Memory64.Bench.Harness.Measured;

/// <summary>What one process found out in a duel.</summary>
/// <param name="Engine">The opponent's engine.</param>
/// <param name="Case">The opponent's case.</param>
/// <param name="Ratios">Subject over opponent, an entry an exchange; above 1 where the subject takes longer.</param>
/// <param name="Subject">The median of the subject's slices, in nanoseconds for one operation.</param>
/// <param name="Opponent">The median of the opponent's.</param>
public sealed record DuelOutcome(
    string Engine,
    string Case,
    IReadOnlyList<double> Ratios,
    double Subject,
    double Opponent
)
{
    /// <summary>The value of the round: the median of its ratios.</summary>
    [JsonIgnore]
    public double Value => RoundStatistics.Median(Ratios);
}
