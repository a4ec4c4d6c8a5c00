using Memory64.Bench.Harness.Running;
using Spectre.Console;

namespace Memory64.Bench.Harness.Progress;

/// <summary>Progress on a terminal: one line that says what runs and what is left; failures stay above it.</summary>
/// <param name="console">Where it is drawn.</param>
/// <param name="schedule">Knows what is left.</param>
/// <param name="status">The line.</param>
public sealed class TerminalProgress(
    IAnsiConsole console,
    RoundSchedule schedule,
    StatusContext status
) : IMeasurementObserver
{
    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round)
    {
        status.Status = Markup.Escape(
            $"{ProgressText.Left(schedule.Left())}; {planned.Engine.Id} round {round}: {planned.Case.Id}"
        );
        status.Refresh();
    }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result)
    {
        if (result.Outcome.Failure is { } failure)
        {
            console.MarkupLineInterpolated(
                $"[red]failed[/] {result.Planned.Engine.Id} {result.Planned.Case.Id}, round {result.Round}: {failure}"
            );
        }
    }
}
