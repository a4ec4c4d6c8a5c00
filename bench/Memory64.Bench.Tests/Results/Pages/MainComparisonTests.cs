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
    public void Says_what_changed_most_first_with_both_sides_and_what_is_undecided_without_a_side()
    {
        var older = Run("36.0.0", plain: 100, striped: 100, spotted: 100, young: 100);
        var newer = Run("50.0.1", plain: 150, striped: 300, spotted: 100, young: 25);

        var comparison = MainComparison.Of("50", "36", older, newer, [], Book)!;

        Assert.Equal("50 against 36", comparison.Title);
        Assert.Equal(
            "4 headline cases: 2 slower, 0 faster, 1 the same or nearly, 1 undecided. The median case takes 1.25x of the other's time.",
            comparison.Counts
        );
        Assert.Equal(
            [
                (
                    "Slower",
                    "A striped zebra ≈3.00x (300 ns against 100 ns); A zebra ≈1.50x (150 ns against 100 ns)"
                ),
                ("The same or nearly", "A spotted zebra"),
                ("Undecided", "A new zebra"),
            ],
            comparison.Lines
        );
    }

    [Fact]
    public void Of_two_runs_without_a_main_case_in_common_nothing_is_said()
    {
        var run = Run("36.0.0", 100, 100, 100, 100);

        Assert.Null(MainComparison.Of("one", "other", run, run with { Cases = [] }, [], Book));
    }

    [Fact]
    public void Compares_the_newest_version_with_those_that_are_supported_for_two_years()
    {
        StoredRun[] runs =
        [
            .. from version in (string[])["24.0.0", "36.0.0", "44.0.0", "48.0.0", "50.0.1"]
            select new StoredRun("m", version, Run(version, 100, 100, 100, 100)),
        ];

        var comparisons = MainComparison.OfVersions(MachineEngines.Of(runs, Book), Book);

        Assert.Equal(
            [("Wasmtime 50.0.1", "48.0.0"), ("Wasmtime 50.0.1", "36.0.0")],
            comparisons.Select(each => (each.Newer, each.Older))
        );
    }

    [Theory]
    [InlineData("36.0.0", "48.0.0")]
    [InlineData("48.0.0", "36.0.0")]
    [InlineData("50.0.1", null)]
    public void Compares_nothing_that_an_earlier_method_measured(string earlier, string? compared)
    {
        StoredRun[] runs =
        [
            .. from version in (string[])["36.0.0", "48.0.0", "50.0.1"]
            let run = Run(version, 100, 100, 100, 100)
            select new StoredRun("m", version, version == earlier ? Earlier(run) : run),
        ];

        var comparisons = MainComparison.OfVersions(MachineEngines.Of(runs, Book), Book);

        Assert.Equal(compared is null ? [] : [compared], comparisons.Select(each => each.Older));
    }

    private static RunFile Earlier(RunFile run)
    {
        var duel = TestRuns.Earlier(TestRuns.Duel("Zebra.Run(Coat=spotted)", null, 1));
        return run with { Cases = [run.Cases[0] with { Duels = [duel] }, .. run.Cases.Skip(1)] };
    }

    private static CasePattern Of(string coat) =>
        new("Zebra", "Run", new KeyValuePair<string, string>("Coat", coat));

    private static RunFile Run(
        string version,
        double plain,
        double striped,
        double spotted,
        double young
    ) =>
        TestRuns.Run(
            version,
            TestRuns.Measured("Zebra", "Run", "Coat=plain", Rounds(plain)),
            TestRuns.Measured("Zebra", "Run", "Coat=striped", Rounds(striped)),
            TestRuns.Measured("Zebra", "Run", "Coat=spotted", Rounds(spotted)),
            TestRuns.Measured("Zebra", "Run", "Coat=new", young)
        );

    private static double[] Rounds(double value) =>
        [.. Enumerable.Range(0, 8).Select(round => value * (1 + (round * 1e-4)))];
}
