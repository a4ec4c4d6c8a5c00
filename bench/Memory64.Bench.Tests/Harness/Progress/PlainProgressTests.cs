using Memory64.Bench.Harness.Progress;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Progress;

public sealed class PlainProgressTests
{
    private const string Id = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";
    private const string OtherId = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";

    [Fact]
    public void Writes_a_line_a_round_of_all_cases()
    {
        using var recorded = new RecordedConsole();
        var (first, second) = (Plans.Planned(Id), Plans.Planned(OtherId));
        var schedule = new RoundSchedule(Plans.Of(2, first, second));
        var progress = new PlainProgress(recorded.Console, schedule);
        void Round(PlannedCase planned, int round, double seconds)
        {
            var result = planned.Round(round, 1) with { Duration = TimeSpan.FromSeconds(seconds) };
            progress.RoundStarted(planned, round);
            schedule.RoundEnded(result);
            progress.RoundEnded(result);
        }

        Round(first, 1, 90);
        Round(second, 1, 0.3);
        Assert.Empty(recorded.Lines);

        Round(first, 2, 90);
        Assert.Equal(["round 1 has ended, 2 cases; about 2 min left"], recorded.Lines);
        Round(second, 2, 0.3);
        progress.End();
        Assert.Equal("round 2 has ended, 2 cases; about 0 s left", recorded.Lines[^1]);
    }

    [Fact]
    public void Writes_a_failure_at_once_as_it_is()
    {
        using var recorded = new RecordedConsole();
        var first = Plans.Planned(Id);
        var progress = new PlainProgress(recorded.Console, new RoundSchedule(Plans.Of(1, first)));

        progress.RoundEnded(first.Failure(1, "read [0x2a], expected [red]0x63[/]"));
        Assert.Equal(
            [$"failed: 50.0.1 {Id}, round 1: read [0x2a], expected [red]0x63[/]"],
            recorded.Lines
        );
    }
}
