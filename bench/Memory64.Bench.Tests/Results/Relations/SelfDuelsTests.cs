using Memory64.Results.Relations;
using Xunit;

namespace Memory64.Bench.Tests.Results.Relations;

public sealed class SelfDuelsTests
{
    private static readonly double[] Fair = [0.99, 1.01, 0.995, 1.005, 1, 1.002, 0.998, 1],
        Biased = [1.03, 1.031, 1.032, 1.033, 1.034, 1.035, 1.036, 1.037];

    [Fact]
    public void Show_nothing_where_the_duel_is_fair()
    {
        var duels = Of(Fair, Fair);

        Assert.Equal(2, duels.Rows.Count);
        Assert.Empty(duels.Wrong);
        Assert.False(duels.IsBiased);
        Assert.Equal(16, duels.Together!.Rounds);
    }

    [Fact]
    public void Show_a_bias_that_all_rounds_share()
    {
        var duels = Of(Biased, Biased);

        Assert.Equal(2, duels.Wrong.Count());
        Assert.True(duels.IsBiased);
    }

    [Fact]
    public void Are_of_a_case_with_itself_on_its_own_engine_only()
    {
        var measured = TestRuns.Measured("A", "M", "", 1) with
        {
            Duels = [TestRuns.Duel("A.M", "other", Biased), TestRuns.Duel("A.N", null, Biased)],
        };

        Assert.Null(SelfDuels.Of(TestRuns.Run(measured)).Together);
    }

    private static SelfDuels Of(params double[][] ratios) =>
        SelfDuels.Of(
            TestRuns.Run([
                .. ratios.Select(
                    (each, i) =>
                        TestRuns.Measured("A", $"M{i}", "", 1) with
                        {
                            Duels = [TestRuns.Duel($"A.M{i}", null, each)],
                        }
                ),
            ])
        );
}
