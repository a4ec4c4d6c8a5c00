using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

/// <summary>Four engines, each of which fought the one before it.</summary>
public sealed class DuelPathsTests
{
    private static readonly RunFile[] Engines =
    [
        Engine("1", null, 0),
        Engine("2", "1", 2),
        Engine("3", "2", 1.5),
        Engine("4", "3", 1.1),
    ];

    [Fact]
    public void Compares_two_engines_by_their_own_duel()
    {
        var compared = Compare(0, 1);

        Assert.Equal(Evidence.Duels, compared.Relation.Evidence);
        Assert.Equal(2, compared.Relation.Ratio, 9);
        Assert.Equal((10, 20), (compared.Base!.Center, compared.New!.Center));
        Assert.Equal(10, compared.Shift!.Value, 9);
        Assert.Empty(compared.Steps);
        Assert.True(compared.IsInterleaved);
    }

    [Fact]
    public void Compares_them_the_other_way_round()
    {
        var compared = Compare(1, 0);

        Assert.Equal(0.5, compared.Relation.Ratio, 9);
        Assert.Equal((20, 10), (compared.Base!.Center, compared.New!.Center));
    }

    [Fact]
    public void Multiplies_the_steps_between_two_that_fought_none()
    {
        var compared = Compare(0, 3);

        Assert.Equal(3.3, compared.Relation.Ratio, 6);
        Assert.Equal(["1", "2", "3", "4"], compared.Steps);
        Assert.Equal(1 / 3.3, Compare(3, 0).Relation.Ratio, 6);
        // The two never met: what each took alone says something else, and is kept apart.
        Assert.Equal((null, null, null), (compared.Base, compared.New, compared.Shift));
        Assert.Equal(
            (10, 10),
            (compared.Levels!.Value.Base.Center, compared.Levels.Value.New.Center)
        );
    }

    [Fact]
    public void Falls_back_to_levels_and_says_so()
    {
        var alone = Comparison.Of(Engines[0], Engines[3]).Cases.Single();

        Assert.Equal(Evidence.Levels, alone.Relation.Evidence);
        Assert.Equal(1, alone.Relation.Ratio, 9);
    }

    [Fact]
    public void Doesn_t_step_over_another_machine_another_guest_or_another_file()
    {
        var machine = Engines[1] with { Machine = Engines[1].Machine with { Id = "other" } };
        var guest = Engines[1] with
        {
            Cases =
            [
                Engines[1].Cases[0] with
                {
                    Guest = new() { Name = "access", Sha256 = "ffff" },
                },
            ],
        };

        var input = Engines[1] with
        {
            Cases = [Engines[1].Cases[0] with { Input = TestRuns.Input("0011") }],
        };

        Assert.All(
            new[] { machine, guest, input },
            other =>
                Assert.Equal(
                    Evidence.Levels,
                    Comparison
                        .Of(Engines[0], Engines[2], between: [other])
                        .Cases.Single()
                        .Relation.Evidence
                )
        );
    }

    private static ComparedCase Compare(int from, int to) =>
        Comparison.Of(Engines[from], Engines[to], between: Engines).Cases.Single();

    private static RunFile Engine(string version, string? before, double ratio)
    {
        var measured = TestRuns.Measured("A", "M", "", [.. Enumerable.Repeat(10.0, 8)]);
        var run = TestRuns.Run(
            version,
            before is null
                ? measured
                : measured with
                {
                    Duels = [TestRuns.Duel("A.M", before, [.. Enumerable.Repeat(ratio, 12)])],
                }
        );
        return run with { Engine = run.Engine with { Sha256 = version } };
    }
}
