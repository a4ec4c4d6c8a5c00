using Memory64.Bench.Commands.Duels;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Progress;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Results;
using Memory64.Results.Comparisons;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Duels;

/// <summary>Made-up engines of which one turned.</summary>
public sealed class BisectTests
{
    private static readonly PlannedEngine[] Engines =
    [
        .. new[]
        {
            "24.0.0",
            "27.0.2",
            "30.0.0",
            "34.0.0",
            "36.0.0",
            "44.0.0",
            "48.0.0",
            "50.0.1",
        }.Select(version => Plans.Engine(version, version)),
    ];

    [Theory]
    [InlineData(1, "24.0.0 27.0.2")]
    [InlineData(4, "34.0.0 36.0.0")]
    [InlineData(5, "36.0.0 44.0.0")]
    [InlineData(7, "48.0.0 50.0.1")]
    public void Finds_the_neighbours_between_which_it_turned(int turn, string last)
    {
        using var recorded = new RecordedConsole();
        var steps = 0;

        var code = Bisect(
            recorded,
            Engines,
            engine =>
            {
                steps++;
                return Array.IndexOf(Engines, engine) >= turn ? 1.6 : 1.01;
            }
        );

        Assert.Equal(0, code);
        Assert.Equal(last, recorded.Lines[^1]);
        Assert.InRange(steps, 1, 4);
    }

    [Fact]
    public void Finds_it_in_what_became_faster_and_backwards()
    {
        using var recorded = new RecordedConsole();
        PlannedEngine[] backwards = [.. Engines.Reverse()];

        Assert.Equal(
            0,
            Bisect(recorded, backwards, engine => Array.IndexOf(Engines, engine) <= 2 ? 0.5 : 1)
        );
        Assert.Equal("34.0.0 30.0.0", recorded.Lines[^1]);
    }

    [Fact]
    public void Ends_with_1_where_the_two_don_t_differ()
    {
        using var recorded = new RecordedConsole();

        Assert.Equal(1, Bisect(recorded, Engines, _ => 1.001));
        Assert.Contains(recorded.Lines, line => line.Contains("same", StringComparison.Ordinal));
    }

    [Fact]
    public void Ends_with_1_where_a_version_can_t_be_measured()
    {
        using var recorded = new RecordedConsole();

        Assert.Equal(1, Bisect(recorded, Engines, engine => engine.Id == "34.0.0" ? null : 2));
    }

    private static int Bisect(
        RecordedConsole recorded,
        PlannedEngine[] engines,
        Func<PlannedEngine, double?> ratio
    ) =>
        BisectCommand.Execute(
            new Screen(recorded.Console),
            "A.M",
            engines,
            (older, newer) => Step(older, newer, ratio(newer))
        );

    private static Comparison Step(PlannedEngine older, PlannedEngine newer, double? ratio)
    {
        var measured = TestRuns.Measured("A", "M", "", 10);
        var before = TestRuns.Run(older.Id, measured);
        var after = TestRuns.Run(
            newer.Id,
            ratio is { } found
                ? measured with
                {
                    Duels = [TestRuns.Duel("A.M", older.Id, [.. Enumerable.Repeat(found, 8)])],
                }
                : TestRuns.Skipped("A", "M", "", "no")
        );
        return Comparison.Of(
            before with
            {
                Engine = before.Engine with { Sha256 = older.Id },
            },
            after
        );
    }
}
