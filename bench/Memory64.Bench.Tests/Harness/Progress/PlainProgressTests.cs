using Memory64.Bench.Harness.Progress;
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
        var progress = new PlainProgress(recorded.Console, Plans.Of(2, first, second));

        progress.RoundStarted(first, 1);
        progress.RoundEnded(first.Round(1, 1) with { Duration = TimeSpan.FromSeconds(90) });
        Assert.Empty(recorded.Lines);

        progress.RoundEnded(second.Round(1, 1) with { Duration = TimeSpan.FromSeconds(0.3) });
        progress.RoundEnded(first.Round(2, 1));
        progress.RoundEnded(second.Round(2, 1));
        Assert.Equal(
            [
                "round 1 of 2 has ended, 2 cases; about 2 min left",
                "round 2 of 2 has ended, 2 cases; about 0 s left",
            ],
            recorded.Lines
        );
    }

    [Fact]
    public void Writes_a_failure_at_once_as_it_is()
    {
        using var recorded = new RecordedConsole();
        var (first, second) = (Plans.Planned(Id), Plans.Planned(OtherId));
        var progress = new PlainProgress(recorded.Console, Plans.Of(1, first, second));

        progress.RoundEnded(first.Failure(1, "read [0x2a], expected [red]0x63[/]"));
        Assert.Equal(
            [$"failed: 50.0.1 {Id}, round 1: read [0x2a], expected [red]0x63[/]"],
            recorded.Lines
        );
    }

    [Fact]
    public void Counts_what_an_earlier_sitting_measured()
    {
        using var recorded = new RecordedConsole();
        var (first, second) = (Plans.Planned(Id), Plans.Planned(OtherId));
        var progress = new PlainProgress(
            recorded.Console,
            Plans.Of(2, first, second),
            [first.Round(1, 1), second.Round(1, 1), second.Round(2, 1)]
        );

        progress.RoundEnded(first.Round(2, 1));
        Assert.Equal(["round 2 of 2 has ended, 2 cases; about 0 s left"], recorded.Lines);
    }
}
