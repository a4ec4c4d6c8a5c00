using Memory64.Bench.Harness.Measuring;
using Spectre.Console;

namespace Memory64.Bench.Harness.Progress;

/// <summary>Progress on a terminal: one line that says what runs and what is left; failures stay above it.</summary>
public sealed class TerminalProgress(
    IAnsiConsole console,
    MeasurementPlan plan,
    StatusContext status
) : IMeasurementObserver
{
    private readonly TimeEstimate _estimate = new(plan);
    private readonly int _total = plan.Measured.Count() * plan.Rounds;
    private int _ended;

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round)
    {
        status.Status = Markup.Escape(
            $"{_ended} of {_total}, {ProgressText.Left(_estimate.Left())}; {planned.Engine.Id} round {round}: {planned.Case.Id}"
        );
        status.Refresh();
    }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result)
    {
        _estimate.Add(result);
        _ended++;
        if (result.Outcome.Failure is { } failure)
        {
            console.MarkupLineInterpolated(
                $"[red]failed[/] {result.Planned.Engine.Id} {result.Planned.Case.Id}, round {result.Round}: {failure}"
            );
        }
    }
}
