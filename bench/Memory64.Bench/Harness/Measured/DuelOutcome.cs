using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Measured;

/// <summary>What one process found out in a duel.</summary>
/// <param name="Engine">The opponent's engine.</param>
/// <param name="Case">The opponent's case.</param>
/// <param name="Ratio">The median of all exchanges' ratios, subject over opponent; above 1 where the subject takes longer.</param>
/// <param name="Creations">What each creation of both sides gave.</param>
/// <param name="Subject">The median of the subject's slices, in nanoseconds for one operation.</param>
/// <param name="Opponent">The median of the opponent's.</param>
/// <param name="Clock">The clock of ratio, creations and medians.</param>
/// <param name="WallRatio">The median ratio by the wall clock, where that isn't the clock; else <see langword="null"/>.</param>
public sealed record DuelOutcome(
    string Engine,
    string Case,
    double Ratio,
    IReadOnlyList<DuelCreation> Creations,
    double Subject,
    double Opponent,
    DuelClock Clock = DuelClock.Wall,
    double? WallRatio = null
);
