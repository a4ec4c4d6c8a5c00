using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Harness.Records;

/// <summary>A line of a journal after the first: a round that has ended, whatever became of it.</summary>
/// <param name="Engine">The engine's name in the run.</param>
/// <param name="Id">The case's id.</param>
/// <param name="Round">Counted from 1.</param>
/// <param name="Iterations">Nanoseconds for one operation, an entry an iteration.</param>
/// <param name="Outcome">Resident size and page faults, or why the round failed.</param>
/// <param name="Seconds">How long the process took.</param>
public sealed record JournalRound(
    string Engine,
    string Id,
    int Round,
    IReadOnlyList<double> Iterations,
    RoundOutcome Outcome,
    double Seconds
)
{
    /// <summary>The line of a round.</summary>
    public static JournalRound Of(RoundResult result) =>
        new(
            result.Planned.Engine.Id,
            result.Planned.Case.Id,
            result.Round,
            result.Iterations,
            result.Outcome,
            result.Duration.TotalSeconds
        );

    /// <summary>The round of a planned case.</summary>
    public RoundResult ToResult(PlannedCase planned) =>
        new(planned, Round, Iterations, Outcome, TimeSpan.FromSeconds(Seconds));
}
