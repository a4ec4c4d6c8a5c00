using Memory64.Bench.Harness.Progress;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Spectre.Console;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Progress;

public sealed class TerminalProgressTests
{
    private const string Id = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";

    [Fact]
    public void Says_what_runs_and_what_is_left_and_keeps_failures()
    {
        using var recorded = new RecordedConsole();
        var planned = Plans.Planned(Id);
        var statuses = new List<string>();
        recorded
            .Console.Status()
            .Start(
                "building",
                status =>
                {
                    var schedule = new RoundSchedule(Plans.Of(2, planned));
                    var progress = new TerminalProgress(recorded.Console, schedule, status);
                    progress.RoundStarted(planned, 1);
                    statuses.Add(status.Status);
                    var failure = planned.Failure(1, "read [0x2a], expected [red]0x63[/]");
                    schedule.RoundEnded(failure);
                    progress.RoundEnded(failure);
                    progress.RoundStarted(planned, 2);
                    statuses.Add(status.Status);
                }
            );

        Assert.Equal(
            [$"about 2 s left; 50.0.1 round 1: {Id}", $"about 1 s left; 50.0.1 round 2: {Id}"],
            statuses
        );
        Assert.Contains(
            $"failed 50.0.1 {Id}, round 1: read [0x2a], expected [red]0x63[/]",
            recorded.Lines
        );
    }
}
