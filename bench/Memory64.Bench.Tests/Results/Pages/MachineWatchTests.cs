using Memory64.Results.Book;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class MachineWatchTests
{
    private static readonly SuiteBook Empty = new([]);

    [Fact]
    public void Says_at_what_share_of_its_best_the_machine_ran()
    {
        var busy = Run(200, 400);
        var watch = new MachineWatch([Engine("old", Run(100, 125)), Engine("new", busy)]);

        Assert.Equal("25–50 %", watch.Speed(busy));
        Assert.Equal(
            "The machine ran at 25 % to 50 % of its best. The host took 0.5 s of processor time for others, the system took the processor from the rounds 14 times.",
            watch.Sentence(busy)
        );
    }

    [Fact]
    public void Says_nothing_of_a_run_that_was_not_watched()
    {
        var old = TestRuns.Run(TestRuns.Measured("A", "M", "", 1));
        var watch = new MachineWatch([Engine("old", old)]);

        Assert.Null(watch.Speed(old));
        Assert.Null(watch.Sentence(old));
    }

    private static MeasuredEngine Engine(string id, RunFile run) =>
        MeasuredEngine.Of(new StoredRun("machine", id, run), Empty);

    private static RunFile Run(params double[] loops) =>
        TestRuns.Run(
            TestRuns.Measured("A", "M", "") with
            {
                Rounds =
                [
                    .. loops.Select(loop =>
                        TestRuns.Round(1) with
                        {
                            Metrics = new()
                            {
                                [RoundMetric.SpeedLoopNs] = loop,
                                [RoundMetric.StolenMs] = 250,
                                [RoundMetric.InvoluntarySwitches] = 7,
                            },
                        }
                    ),
                ],
            }
        );
}
