using Memory64.Results.Relations;
using Xunit;

namespace Memory64.Bench.Tests.Results.Relations;

public sealed class RelationTests
{
    private static readonly ComparisonOptions Options = new();

    [Theory]
    [InlineData(Verdict.Same, "same", new[] { 0.99, 0.995, 1, 1.001, 1.002, 1.003, 1.01, 1.015 })]
    [InlineData(
        Verdict.SameWithin,
        "same within 4.1 %",
        new[] { 0.99, 0.995, 1, 1.001, 1.002, 1.003, 1.01, 1.041 }
    )]
    // A logarithm and its inverse make 1.0270000000000001 of it.
    [InlineData(
        Verdict.SameWithin,
        "same within 2.7 %",
        new[] { 0.99, 0.995, 1, 1.001, 1.002, 1.003, 1.01, 1.027 }
    )]
    [InlineData(
        Verdict.SameWithin,
        "same within 4.2 %",
        new[] { 0.96, 0.995, 1, 1.001, 1.002, 1.003, 1.01, 1.02 }
    )]
    [InlineData(Verdict.Slower, "slower", new[] { 1.03, 1.04, 1.05, 1.04, 1.06, 1.05, 1.04, 1.03 })]
    [InlineData(Verdict.Faster, "faster", new[] { 0.9, 0.91, 0.92, 0.9, 0.93, 0.95, 0.9, 0.97 })]
    [InlineData(Verdict.Unsure, "unsure", new[] { 0.9, 1, 1.1, 1.2, 1.3, 0.8, 0.99, 1.01 })]
    [InlineData(Verdict.TooFewRounds, "too few rounds", new[] { 2.0, 2, 2, 2, 2, 2 })]
    public void Says_what_the_rounds_of_a_duel_show(Verdict verdict, string text, double[] ratios)
    {
        var relation = Relation.OfDuel(ratios, Options);

        Assert.Equal(verdict, relation.Verdict);
        Assert.Equal(text, VerdictText.Format(relation));
        Assert.Equal(Evidence.Duels, relation.Evidence);
        Assert.Equal(ratios.Length, relation.Rounds);
    }

    [Theory]
    [InlineData("1.02x [0.990, 1.04]", new[] { 0.99, 1, 1.01, 1.02, 1.02, 1.03, 1.04, 1.03 })]
    [InlineData("2.00x (6 rounds)", new[] { 2.0, 2, 2, 2, 2, 2 })]
    [InlineData("1.05x (1 round)", new[] { 1.05 })]
    [InlineData(
        "6.53e-7x [6.53e-7, 6.53e-7]",
        new[] { 6.53e-7, 6.53e-7, 6.53e-7, 6.53e-7, 6.53e-7, 6.53e-7, 6.53e-7 }
    )]
    public void Shows_its_interval_or_of_how_few_rounds_it_is(string text, double[] ratios) =>
        Assert.Equal(text, RelationText.WithInterval(Relation.OfDuel(ratios, Options)));

    [Fact]
    public void Turns_round_with_its_sides()
    {
        double[] ratios = [1.03, 1.04, 1.05, 1.045, 1.06, 1.055, 1.042, 1.031];
        var there = Relation.OfDuel(ratios, Options).Inverse;
        var back = Relation.OfDuel([.. ratios.Select(ratio => 1 / ratio)], Options);

        Assert.Equal(back.Ratio, there.Ratio, 12);
        Assert.Equal(back.Interval!.Lower, there.Interval!.Lower, 12);
        Assert.Equal(back.Interval.Upper, there.Interval.Upper, 12);
        Assert.Equal(back.Margin!.Value, there.Margin!.Value, 12);
        Assert.Equal((back.Verdict, back.PValue), (there.Verdict, there.PValue));
    }

    [Fact]
    public void Shows_a_margin_of_levels_too()
    {
        var relation = Relation.OfLevels(
            [95, 98, 100, 103, 105],
            [99.8, 99.9, 100, 100.1, 100.2],
            Options
        );

        Assert.Equal((Verdict.SameWithin, Evidence.Levels), (relation.Verdict, relation.Evidence));
        Assert.StartsWith("≈", RelationText.Format(relation), StringComparison.Ordinal);
    }

    [Fact]
    public void Prefers_the_duel_of_two_cases_to_their_levels_in_either_direction()
    {
        var control = TestRuns.Measured("A", "Native", "", 10, 10, 10, 10, 10, 10, 10);
        var measured = TestRuns.Measured("A", "M", "", 10, 10, 10, 10, 10, 10, 10) with
        {
            Duels = [TestRuns.Duel("A.Native", null, [.. Enumerable.Repeat(1.5, 8)])],
        };

        var there = Relation.Of(measured, control)!;
        Assert.Equal((1.5, Verdict.Slower), (Math.Round(there.Ratio, 9), there.Verdict));
        Assert.Equal(1 / 1.5, Relation.Of(control, measured)!.Ratio, 9);
        Assert.Equal(Evidence.Levels, Relation.Of(measured with { Duels = [] }, control)!.Evidence);
        Assert.Null(Relation.Of(TestRuns.OfEarlierRun(measured with { Duels = [] }), control));
        Assert.Equal(1.5, Relation.Of(TestRuns.OfEarlierRun(measured), control)!.Ratio, 9);
    }

    // Nothing is measured of the ratio where one of its sides failed.
    [Fact]
    public void Says_nothing_of_a_failed_case()
    {
        var control = TestRuns.Measured("A", "Native", "", 10);
        var failed = TestRuns.Failed("A", "M", "", "alias") with
        {
            Duels = [TestRuns.Duel("A.Native", null, 1.5)],
        };

        Assert.Null(Relation.Of(failed, control));
    }

    [Fact]
    public void Multiplies_steps_round_by_round_as_far_as_all_have_one()
    {
        double[] up = [1.09, 1.1, 1.11, 1.1, 1.1, 1.1, 1.1, 1.1];
        double[] down = [.. up.Select(ratio => 1 / ratio)];

        var relation = Relation.OfSteps([up, [.. up, 1.1, 1.1, 1.1, 1.1]], Options);
        Assert.Equal(Relation.OfDuel([.. up.Select(ratio => ratio * ratio)], Options), relation);
        Assert.Equal((Verdict.Slower, 8), (relation.Verdict, relation.Rounds));
        Assert.Equal(Verdict.Same, Relation.OfSteps([up, down], Options).Verdict);
    }

    // What no step shows by itself, all of them together do, and no more often than alpha says where there is nothing.
    [Fact]
    public void Steps_add_up_and_err_no_more_than_one_duel()
    {
        var random = new Random(1);
        double[] Rounds(double ratio) =>
            [.. Enumerable.Range(0, 8).Select(_ => ratio * Math.Exp(0.02 * Gaussian(random)))];
        IEnumerable<Verdict> Verdicts(double ratio) =>
            Enumerable
                .Range(0, 2000)
                .Select(_ =>
                    Relation.OfSteps([Rounds(ratio), Rounds(ratio), Rounds(ratio)], Options).Verdict
                );

        Assert.InRange(Verdicts(1).Count(v => v is Verdict.Slower or Verdict.Faster), 0, 20);
        Assert.InRange(Verdicts(1.05).Count(v => v == Verdict.Slower), 1900, 2000);
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
        * Math.Cos(2 * Math.PI * random.NextDouble());
}
