using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Duels;

/// <summary>How long a slice took, in nanoseconds for one operation.</summary>
/// <param name="Wall">By the wall clock; above 0.</param>
/// <param name="Thread">The thread's processor time; 0 where the system doesn't tell it.</param>
internal sealed record SliceTime(double Wall, double Thread)
{
    /// <summary>By one of the clocks.</summary>
    public double By(DuelClock clock) => clock == DuelClock.Wall ? Wall : Thread;
}
