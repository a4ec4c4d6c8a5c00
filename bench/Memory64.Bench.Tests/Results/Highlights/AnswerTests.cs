using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class AnswerTests
{
    private static readonly Question Pair = new(
        "wide against narrow",
        new("Zebra", "Run", new KeyValuePair<string, string>("Memory", "wide")),
        new("Zebra", "Run", new KeyValuePair<string, string>("Memory", "narrow"))
    );

    private static readonly Question Other = new(
        "wide against none",
        Pair.Over,
        new("Zebra", "Run", new KeyValuePair<string, string>("Memory", "none"))
    );

    private static readonly double[] Decided = [1.50, 1.51, 1.49, 1.50, 1.52, 1.48, 1.50, 1.51];

    [Fact]
    public void An_answer_is_said_where_every_pair_has_a_verdict()
    {
        var answer = Assert.Single(Find(Run(Decided), Pair));

        Assert.True(answer.IsSaid);
        Assert.StartsWith("it takes 1.50x (", answer.Text, StringComparison.Ordinal);
        Assert.Contains(" against ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_too_few_rounds_is_not_said_and_what_is_missing_is()
    {
        var answer = Assert.Single(Find(Run(1.5), Pair));

        Assert.False(answer.IsSaid);
        Assert.Equal(
            "not said, because \u201cwide against narrow\u201d has no verdict yet in 1 of 1 pairs.",
            answer.Text
        );
    }

    [Fact]
    public void An_answer_needs_all_of_its_figures()
    {
        var answer = Assert.Single(Find(Run(Decided), Pair, Other));

        Assert.Equal(
            "not said, because \u201cwide against none\u201d was not measured.",
            answer.Text
        );
    }

    [Theory]
    [InlineData(8, true, "it takes 1.50x")]
    [InlineData(6, false, "not said, because \u201czebras a second\u201d has fewer than 7 rounds.")]
    public void A_value_takes_as_many_rounds_as_a_verdict(int rounds, bool isSaid, string begins)
    {
        var value = new AnswerValue(
            "zebras a second",
            new("Zebra", "Run", new KeyValuePair<string, string>("Memory", "alone")),
            PageColumn.Rate("Run", "Zebras/s")
        );
        var run = Run(Decided);
        run = run with
        {
            Cases =
            [
                .. run.Cases,
                TestRuns.Measured(
                    "Zebra",
                    "Run",
                    "Memory=alone",
                    [.. Enumerable.Repeat(4e6, rounds)]
                ),
            ],
        };
        var plan = new AnswerPlan(1, "Zebras", "it takes {0}, and {1} a second", [Pair])
        {
            Values = [value],
        };

        var answer = Assert.Single(Find(run, [], plan));

        Assert.Equal(isSaid, answer.IsSaid);
        Assert.StartsWith(begins, answer.Text, StringComparison.Ordinal);
        Assert.Equal(isSaid, answer.Text.EndsWith(", and 250 a second", StringComparison.Ordinal));
    }

    [Fact]
    public void A_front_page_has_the_figures_alone_and_only_where_the_rounds_bear_them()
    {
        var plan = new AnswerPlan(1, "Zebras", "it takes {0}", [Pair])
        {
            Front = new("How long?", "{0}", "[more](#zebras)"),
        };

        Assert.Equal("1.50x", Assert.Single(Find(Run(Decided), [], plan)).FrontText);
        Assert.Equal(
            "The rounds don't bear an answer yet",
            Assert.Single(Find(Run(1.5), [], plan)).FrontText
        );
        Assert.Null(Assert.Single(Find(Run(Decided), Pair)).FrontText);
    }

    [Fact]
    public void What_was_not_measured_at_all_has_no_answer() =>
        Assert.Empty(Find(Run(Decided), Other));

    [Fact]
    public void What_is_made_for_tests_answers_nothing() =>
        Assert.Empty(Find(Run(Decided), [Pair.Over], Pair));

    private static IReadOnlyList<Answer> Find(RunFile run, params Question[] questions) =>
        Find(run, [], questions);

    private static IReadOnlyList<Answer> Find(
        RunFile run,
        IReadOnlyList<CasePattern> fixtures,
        params Question[] questions
    ) => Find(run, fixtures, new AnswerPlan(1, "Zebras", "it takes {0}", questions));

    private static IReadOnlyList<Answer> Find(
        RunFile run,
        IReadOnlyList<CasePattern> fixtures,
        AnswerPlan plan
    ) =>
        Answer.Find(
            RunResults.Of(
                run,
                new SuiteBook([
                    new BenchmarkPage
                    {
                        Benchmark = "Zebra",
                        Question = "?",
                        Note = "",
                        Answers = [plan],
                        Fixtures = fixtures,
                    },
                ])
            )
        );

    private static RunFile Run(params double[] ratios) =>
        TestRuns.Run(
            "50.0.1",
            TestRuns.Measured("Zebra", "Run", "Memory=wide", 3, 3, 3, 3, 3, 3, 3, 3) with
            {
                Duels = [TestRuns.Duel("Zebra.Run(Memory=narrow)", null, ratios)],
            },
            TestRuns.Measured("Zebra", "Run", "Memory=narrow", 2, 2, 2, 2, 2, 2, 2, 2)
        );
}
