using Memory64.Bench.Harness.Measuring;
using Spectre.Console;

namespace Memory64.Bench.Harness.Progress;

/// <summary>Progress where output is no terminal: a line a round of all cases, and one for each failure at once.</summary>
public sealed class PlainProgress(IAnsiConsole console, MeasurementPlan plan) : IMeasurementObserver
{
    private readonly TimeEstimate _estimate = new(plan);
    private readonly int _cases = plan.Measured.Count();
    private int _ended;

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
