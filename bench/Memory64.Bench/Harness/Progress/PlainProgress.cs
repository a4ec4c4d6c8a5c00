using Memory64.Bench.Harness.Running;
using Spectre.Console;

namespace Memory64.Bench.Harness.Progress;

/// <summary>Progress where output is no terminal: a line a round of all cases, and one for each failure at once.</summary>
/// <param name="console">Where it is written.</param>
/// <param name="schedule">Knows what is left.</param>
public sealed class PlainProgress(IAnsiConsole console, RoundSchedule schedule)
    : IMeasurementObserver
{
    private int _round;
    private int _cases;

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round)
    {
        if (round != _round)
        {
            End();
            _round = round;
        }
    }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result)
    {
        _cases++;
        if (result.Outcome.Failure is { } failure)
        {
            console.WriteLine(
                $"failed: {result.Planned.Engine.Id} {result.Planned.Case.Id}, round {result.Round}: {failure}"
            );
        }
    }

    /// <summary>Writes the line of the last round.</summary>
    public void End()
    {
        if (_cases > 0)
        {
            console.WriteLine(
                $"round {_round} has ended, {_cases} cases; {ProgressText.Left(schedule.Left())}"
            );
        }

        _cases = 0;
    }
}
