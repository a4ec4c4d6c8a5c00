using Memory64.Results.Book;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class MainComparisonTests
{
    private static readonly SuiteBook Book = new([
        new BenchmarkPage
        {
            Benchmark = "Zebra",
            Question = "?",
            Note = "",
            MainCases =
            [
                new("A zebra", Of("plain")),
                new("A striped zebra", Of("striped")),
                new("A spotted zebra", Of("spotted")),
                new("A new zebra", Of("new")),
            ],
        },
    ]);

    [Fact]
    public void Says_what_changed_most_first_with_both_sides_and_counts_the_rest()
    {
        var older = Run("36.0.0", plain: 100, striped: 100, spotted: 100);
        var newer = Run("50.0.1", plain: 150, striped: 300, spotted: 100);

        var comparison = MainComparison.Of("50 over 36", older, newer, [], Book)!;

        Assert.Equal("50 over 36, 3 things that people ask for first:", comparison.Title);
        Assert.Equal(
            [
                (
                    "Slower",
                    "A striped zebra ≈3.00x (100 ns to 300 ns); A zebra ≈1.50x (100 ns to 150 ns)."
                ),
                (
                    "Neither",
                    "1 are the same, or differ by less than the rounds show; of 0 they show next to nothing."
                ),
            ],
            comparison.Lines
        );
    }

    [Fact]
    public void Of_two_runs_without_a_main_case_in_common_nothing_is_said()
    {
        var run = Run("36.0.0", 100, 100, 100);

        Assert.Null(MainComparison.Of("none", run, run with { Cases = [] }, [], Book));
    }

    private static CasePattern Of(string coat) =>
        new("Zebra", "Run", new KeyValuePair<string, string>("Coat", coat));

    private static RunFile Run(string version, double plain, double striped, double spotted) =>
        TestRuns.Run(
            version,
            TestRuns.Measured("Zebra", "Run", "Coat=plain", Rounds(plain)),
            TestRuns.Measured("Zebra", "Run", "Coat=striped", Rounds(striped)),
            TestRuns.Measured("Zebra", "Run", "Coat=spotted", Rounds(spotted))
        );

    private static double[] Rounds(double value) =>
        [.. Enumerable.Range(0, 8).Select(round => value * (1 + (round * 1e-4)))];
}
