using Memory64.Bench.Harness.Cases;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Bench.Harness.Running;

/// <summary>How long a round of a case should take, for who asks before anything is measured.</summary>
public static class ExpectedTime
{
    // The process, BenchmarkDotNet's start in it, the engine and the assertion.
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(0.35);

    // Exchanges and setups of both sides; a question's or an engine's duel comes on top.
    private static readonly TimeSpan Duel = TimeSpan.FromSeconds(0.15);

    // What is kept resident is written before it is measured, for the first time, and checked after it. A call that nobody timed
    // is taken to be as slow with what it moves: most that aren't repeated write for the first time.
    private static readonly TimeSpan OneGiB = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The start, writing and checking what the case keeps resident, its duels, and warm-ups, iterations and the calls of setups and checks,
    /// each of which takes as long as the sampling says, or longer where one call did when it was measured. A single call that no run file
    /// has is taken to write 1 GiB a second, which is rough; an opponent's, to take as long as the subject's.
    /// </summary>
    /// <param name="description">What the case's class says of it.</param>
    /// <param name="recorded">
    /// The case in a run file of this machine and engine, if it was measured there; of another guest it says nothing.
    /// </param>
    /// <param name="duels">How many it fights; <see langword="null"/> for one with each control.</param>
    public static TimeSpan OfRound(
        CaseDescription description,
        RunCase? recorded,
        int? duels = null
    )
    {
        var sampling = description.Sampling;
        var call = CallOf(description, recorded);
        var iteration =
            sampling.IterationTime is { } least && !(call > least)
                ? least
                : call ?? OneGiB * (description.Bytes / (double)(1UL << 30));
        return Start
            + (OneGiB * (description.ResidentBytes / (double)(1UL << 30)))
            + ((sampling.Warmups + sampling.Iterations + (2 * description.SetupCalls)) * iteration)
            + (
                (duels ?? description.Controls.Count)
                * (Duel + (2 * description.SetupCallsOfSide * iteration))
            );
    }

    private static TimeSpan? CallOf(CaseDescription description, RunCase? recorded) =>
        recorded is { Status: CaseStatus.Measured }
        && recorded.Guest?.Sha256 == description.Guest?.Sha256
            ? TimeSpan.FromMicroseconds(
                RoundStatistics.Median(recorded.Values) * recorded.Operations / 1_000
            )
            : null;
}
