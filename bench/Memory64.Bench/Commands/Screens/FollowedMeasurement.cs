using Memory64.Bench.Harness.Progress;
using Memory64.Bench.Harness.Running;
using Spectre.Console;

namespace Memory64.Bench.Commands.Screens;

/// <summary>Lets a measurement run while the user sees how far it is.</summary>
internal static class FollowedMeasurement
{
    /// <summary>Runs it, and names the log.</summary>
    public static void Run(
        Screen screen,
        Measurement measurement,
        RoundSchedule schedule,
        params IReadOnlyList<IMeasurementObserver> observers
    )
    {
        string? log = null;
        if (screen.Console.Profile.Capabilities.Interactive)
        {
            // A spinner would take processor time from the measured process: the line is drawn only when a round begins.
            screen
                .Console.Status()
                .AutoRefresh(false)
                .Start(
                    "starting",
                    status =>
                        log = measurement.Run(
                            new Observers([
                                .. observers,
                                new TerminalProgress(screen.Console, schedule, status),
                            ])
                        )
                );
        }
        else
        {
            var progress = new PlainProgress(screen.Console, schedule);
            log = measurement.Run(new Observers([.. observers, progress]));
            progress.End();
        }

        if (log is not null)
        {
            screen.Line($"log: {log}");
        }
    }
}
