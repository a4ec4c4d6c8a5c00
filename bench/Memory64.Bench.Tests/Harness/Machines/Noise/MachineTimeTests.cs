using Memory64.Bench.Harness.Machines.Noise;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Noise;

public sealed class MachineTimeTests
{
    [Theory]
    [InlineData("cpu  10 20 30 40 50 60 70 250 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0", 2.5)]
    [InlineData("cpu 1 2 3 4", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_what_a_host_has_stolen(string? stat, double? seconds) =>
        Assert.Equal(seconds, MachineTime.StolenOf(stat)?.TotalSeconds);

    [Fact]
    public void Only_grows()
    {
        var before = MachineTime.Now();
        var spent = MachineTime.Now() - before;

        Assert.True(spent.Stolen is null || spent.Stolen >= TimeSpan.Zero);
        Assert.True(spent.InvoluntarySwitches is null or >= 0);
    }

    [Fact]
    public void The_loop_takes_time() => Assert.True(SpeedProbe.LoopNanoseconds() > 0);
}
