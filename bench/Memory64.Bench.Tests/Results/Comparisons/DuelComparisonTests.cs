using System.Text.Json.Nodes;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

/// <summary>Two engines of which only one has a run: its duels are all there is.</summary>
public sealed class DuelComparisonTests
{
    private static readonly double[] Ratios = [1.5, 1.5, 1.5, 1.6, 1.4, 1.5, 1.5, 1.5];

    private static readonly RunEngine Base = TestRuns.Duel("", "bbbb").Engine!;

    [Fact]
    public void Compares_by_the_duels_of_the_one_run()
    {
        var comparison = Compare(Fought());

        var compared = Assert.Single(comparison.Cases);
        Assert.Empty(comparison.Uncompared);
        Assert.Equal((Base, "test-machine"), (comparison.Base.Engine, comparison.Base.Machine.Id));
        Assert.Equal("50.0.1", comparison.New.Engine.Version);
        Assert.Equal(
            (Evidence.Duels, Verdict.Slower),
            (compared.Relation.Evidence, compared.Relation.Verdict)
        );
        Assert.Equal(new Summary(8, 10, 0), compared.Base);
        Assert.Equal(15, compared.New!.Center, 9);
        Assert.Null(compared.Levels);
        Assert.True(comparison.IsInterleaved);
        Assert.Empty(comparison.EnvironmentDifferences);
    }

    // What was said when a run of BASE was made up of the duel's rounds.
    [Fact]
    public void Says_the_same_as_two_runs_would()
    {
        var fought = Fought();
        var alone = fought with
        {
            Duels = [],
            Rounds = [.. Ratios.Select(_ => TestRuns.Round(10))],
        };
        var ofBase = TestRuns.Run("bbbb", alone);

        var two = Comparison.Of(ofBase with { Engine = Base }, TestRuns.Run(fought));

        Assert.Equal(ComparisonJson.Write(two), ComparisonJson.Write(Compare(fought)));
    }

    [Fact]
    public void Writes_the_sides_as_the_slices_of_the_duel()
    {
        var row = JsonNode.Parse(ComparisonJson.Write(Compare(Fought())))![0]!;

        Assert.Equal(
            (8, 10.0, 0.0),
            (
                (int)row["base"]!["rounds"]!,
                (double)row["base"]!["center"]!,
                (double)row["base"]!["spread"]!
            )
        );
        Assert.Equal(8, (int)row["new"]!["rounds"]!);
        Assert.Equal("duels", (string)row["evidence"]!);
        Assert.Equal("slower", (string)row["verdict"]!);
    }

    [Theory]
    [InlineData("b", "same code", true)]
    [InlineData("c", "as many instructions, other code", false)]
    public void Sets_the_code_beside_that_of_the_other_engine(
        string hash,
        string text,
        bool isDoubted
    )
    {
        var fought = Fought() with { Code = TestCodes.Read("b") };

        var compared = Comparison
            .OfDuels(TestRuns.Run(fought), Base, id => id == "A.M" ? TestCodes.Read(hash) : null)
            .Cases.Single();

        Assert.Equal(text, compared.Code!.Text("access"));
        Assert.Equal(isDoubted, compared.IsDoubted);
    }

    [Fact]
    public void Asks_for_no_code_of_a_case_that_has_none() =>
        Assert.Null(
            Comparison
                .OfDuels(
                    TestRuns.Run(Fought()),
                    Base,
                    id => throw new InvalidOperationException(id)
                )
                .Cases.Single()
                .Code
        );

    [Fact]
    public void Says_why_a_case_was_not_compared_and_that_a_failed_one_is_lost()
    {
        var measured = TestRuns.Measured("D", "M", "", 1);
        var comparison = Compare(
            TestRuns.Skipped("B", "M", "", "needs 12.4 GiB, 9.1 GiB available"),
            TestRuns.Failed("C", "M", "", "round 1: alias"),
            measured,
            TestRuns.Measured("E", "M", "", 1) with
            {
                Duels = [TestRuns.Duel("E.M", "bbbb") with { Reason = "needs its own process" }],
            },
            // Against somebody else, and against another case.
            TestRuns.Measured("F", "M", "", 1) with
            {
                Duels =
                [
                    TestRuns.Duel("F.M", "cccc", Ratios),
                    TestRuns.Duel("F.N", "bbbb", Ratios),
                ],
            }
        );

        Assert.Empty(comparison.Cases);
        Assert.Equal(
            [
                "skipped: needs 12.4 GiB, 9.1 GiB available",
                "failed: round 1: alias",
                "no round of its duel with bbbb ended",
                "needs its own process",
                "no round of its duel with bbbb ended",
            ],
            comparison.Uncompared.Select(c => c.Why)
        );
        Assert.Equal(["C.M"], comparison.Lost.Select(c => c.Case.Id));
    }

    [Fact]
    public void Keeps_the_remark_of_a_row() =>
        Assert.Equal(
            "2 of 8 rounds",
            Compare(Fought() with { Reason = "2 of 8 rounds" }).Cases[0].Remark
        );

    private static RunCase Fought() =>
        TestRuns.Measured("A", "M", "", 99) with
        {
            Duels = [TestRuns.Duel("A.M", "bbbb", Ratios)],
        };

    private static Comparison Compare(params RunCase[] cases) =>
        Comparison.OfDuels(TestRuns.Run(cases), Base, _ => null);
}
