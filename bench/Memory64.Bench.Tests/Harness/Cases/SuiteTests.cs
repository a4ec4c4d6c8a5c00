using Memory64.Bench.Benchmarks;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Tests.Results;
using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>What the rooms say of their benchmarks, against the benchmarks that there are.</summary>
public sealed class SuiteTests
{
    private static readonly RunCase[] Measured =
    [
        .. Catalog.WithInputs.Select(c =>
            TestRuns.Measured(
                c.Benchmark,
                c.Method,
                string.Join(", ", c.Parameters.Select(p => $"{p.Key}={p.Value}")),
                5
            )
        ),
    ];

    public static TheoryData<string> MainCases => [.. Suite.Book.MainCases.Select(c => c.Title)];

    public static TheoryData<string> CodeRows => [.. Suite.Book.CodeRows.Select(c => c.Title)];

    public static TheoryData<string> Charts => [.. Suite.Book.Charts.Select(c => c.Name)];

    [Fact]
    public void Every_class_has_a_page() =>
        Assert.Equal(
            Catalog.WithInputs.Select(c => c.Benchmark).Distinct(),
            Suite.Book.Pages.Select(p => p.Benchmark)
        );

    [Fact]
    public void The_order_names_classes_that_there_are_each_once()
    {
        var order = new PageOrder().Benchmarks;

        Assert.Distinct(order);
        Assert.Equal(order, Suite.Book.Pages.Select(p => p.Benchmark).Take(order.Count));
    }

    [Fact]
    public void Notes_are_two_sentences_each() =>
        Assert.All(Suite.Book.Pages, page => Assert.Equal(2, page.Note.Split(". ").Length));

    [Theory]
    [MemberData(nameof(MainCases))]
    public void A_main_case_is_one_case_of_the_suite(string title) =>
        Assert.Equal(1, Count(Suite.Book.MainCases.Single(c => c.Title == title).Pattern));

    [Theory]
    [MemberData(nameof(CodeRows))]
    public void A_row_of_code_is_one_case_of_the_suite(string title) =>
        Assert.Equal(1, Count(Suite.Book.CodeRows.Single(c => c.Title == title).Pattern));

    [Fact]
    public void The_suite_answers_all_questions() =>
        Assert.Equal(
            Suite.Book.Questions,
            HighlightFinder.Find(TestRuns.Run(Measured), Suite.Book).Select(h => h.Question)
        );

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_value_of_a_chart_is_one_case_or_none_and_no_series_is_empty(string name)
    {
        var chart = Suite.Book.Charts.Single(c => c.Name == name);
        Assert.All(
            chart.Series,
            series =>
            {
                Assert.All(series.Points, point => Assert.True(Count(point.Case) <= 1));
                Assert.Contains(
                    series.Points,
                    point =>
                        Count(point.Case) == 1 && (point.Under is null || Count(point.Under) == 1)
                );
            }
        );
    }

    private static int Count(CasePattern pattern) => Measured.Count(c => pattern.Matches(c.Name));
}
