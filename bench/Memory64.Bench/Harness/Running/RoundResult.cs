using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Running;

/// <summary>What one process gave.</summary>
/// <param name="Planned">The case and its engine.</param>
/// <param name="Round">Counted from 1.</param>
/// <param name="Iterations">Nanoseconds for one operation, an entry an iteration, none dropped.</param>
/// <param name="Outcome">Resident size and page faults, or why the round failed.</param>
/// <param name="Duration">How long its process took; of one that measured several cases, its share.</param>
public sealed record RoundResult(
    PlannedCase Planned,
    int Round,
    IReadOnlyList<double> Iterations,
    RoundOutcome Outcome,
    TimeSpan Duration
);
