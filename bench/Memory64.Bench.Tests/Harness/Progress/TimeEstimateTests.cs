using Memory64.Bench.Harness.Progress;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Progress;

public sealed class TimeEstimateTests
{
    private static readonly PlannedCase[] Cases =
    [
        Plans.Planned("BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)"),
        Plans.Planned("BoundaryAccess.Read(Memory=memory64, Window=across, Width=8)"),
        Plans.Planned("BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)"),
        Plans.Planned("BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)"),
    ];

    [Fact]
    public void Guesses_a_short_round_until_something_has_ended() =>
        Assert.Equal(Seconds(4 * 3 * 0.6), new TimeEstimate(Plans.Of(3, Cases)).Left());

    [Fact]
    public void Takes_what_has_ended_for_the_rest()
    {
        var estimate = new TimeEstimate(Plans.Of(3, Cases));
        estimate.Add(Ended(0, 1, seconds: 1));
        estimate.Add(Ended(1, 1, seconds: 2));
        estimate.Add(Ended(2, 1, seconds: 30));

        // Two rounds of each that has ended; three of the one that hasn't, at the median of 2 s.
        Assert.Equal(Seconds((2 * (1 + 2 + 30)) + (3 * 2)), estimate.Left());
    }

    [Fact]
    public void Takes_the_last_round_of_a_case()
    {
        var estimate = new TimeEstimate(Plans.Of(3, Cases[0]));
        estimate.Add(Ended(0, 1, seconds: 60));
        estimate.Add(Ended(0, 2, seconds: 5));
        Assert.Equal(Seconds(5), estimate.Left());
        estimate.Add(Ended(0, 3, seconds: 7));
        Assert.Equal(TimeSpan.Zero, estimate.Left());
    }

    [Fact]
    public void Takes_what_ended_in_an_earlier_sitting() =>
        Assert.Equal(
            Seconds(2 * 5),
            new TimeEstimate(Plans.Of(3, Cases[0]), [Ended(0, 1, seconds: 5)]).Left()
        );

    [Fact]
    public void Leaves_out_what_is_skipped()
    {
        var skipped = Cases[0] with { SkipReason = "needs 12.4 GiB, 9.1 GiB available" };
        Assert.Equal(Seconds(0.6), new TimeEstimate(Plans.Of(1, skipped, Cases[1])).Left());
    }

    private static RoundResult Ended(int index, int round, double seconds) =>
        Cases[index].Round(round, 1) with
        {
            Duration = Seconds(seconds),
        };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
