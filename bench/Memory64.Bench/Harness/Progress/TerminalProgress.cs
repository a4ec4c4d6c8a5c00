using Memory64.Bench.Harness.Running;
using Spectre.Console;

namespace Memory64.Bench.Harness.Progress;

/// <summary>Progress on a terminal: one line that says what runs and what is left; failures stay above it.</summary>
/// <param name="console">Where it is drawn.</param>
/// <param name="plan">What is measured.</param>
/// <param name="status">The line.</param>
/// <param name="ended">Rounds that an earlier sitting measured.</param>
public sealed class TerminalProgress(
    IAnsiConsole console,
    MeasurementPlan plan,
    StatusContext status,
    IReadOnlyCollection<RoundResult>? ended = null
) : IMeasurementObserver
{
    private readonly TimeEstimate _estimate = new(plan, ended);
    private readonly int _total = plan.Measured.Count() * plan.Rounds;
    private int _ended = ended?.Count ?? 0;

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
