using Memory64.Bench.Harness.Running;
using Spectre.Console;

namespace Memory64.Bench.Harness.Progress;

/// <summary>Progress where output is no terminal: a line a round of all cases, and one for each failure at once.</summary>
/// <param name="console">Where it is written.</param>
/// <param name="plan">What is measured.</param>
/// <param name="ended">Rounds that an earlier sitting measured.</param>
public sealed class PlainProgress(
    IAnsiConsole console,
    MeasurementPlan plan,
    IReadOnlyCollection<RoundResult>? ended = null
) : IMeasurementObserver
{
    private readonly TimeEstimate _estimate = new(plan, ended);
    private readonly int _cases = plan.Measured.Count();
    private int _ended = ended?.Count ?? 0;

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round) { }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result)
    {
        _estimate.Add(result);
        if (result.Outcome.Failure is { } failure)
        {
            console.WriteLine(
                $"failed: {result.Planned.Engine.Id} {result.Planned.Case.Id}, round {result.Round}: {failure}"
            );
        }

        if (++_ended % _cases == 0)
        {
            console.WriteLine(
                $"round {_ended / _cases} of {plan.Rounds} has ended, {_cases} cases; {ProgressText.Left(_estimate.Left())}"
            );
        }
    }
}
