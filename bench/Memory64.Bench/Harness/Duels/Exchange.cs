using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Duels;

/// <summary>A slice of each side.</summary>
internal sealed record Exchange(SliceTime Subject, SliceTime Opponent)
{
    /// <summary>Subject over opponent.</summary>
    public double Ratio(DuelClock clock) => Subject.By(clock) / Opponent.By(clock);
}
