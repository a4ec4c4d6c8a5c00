using Memory64.Results.Book;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class SettingsReportTests
{
    private static readonly SuiteBook Book = new([
        new BenchmarkPage
        {
            Benchmark = "Zebra",
            Question = "?",
            Note = "",
            Settings = new(
                "Setting",
                new Dictionary<string, string> { ["fast"] = "It runs.", ["slow"] = "It walks." }
            )
            {
                InDotNet = new Dictionary<string, string> { ["fast"] = "WithLegs(4)" },
            },
        },
    ]);

    [Fact]
    public void A_setting_stands_once_with_all_that_it_changes_and_what_pays_most_comes_first()
    {
        var run = TestRuns.Run(
            "50.0.1",
            Case("Run", "none", 100),
            Case("Run", "fast", 50),
            Case("Run", "slow", 100),
            Case("Jump", "none", 10),
            Case("Jump", "fast", 20),
            Case("Jump", "able", 20)
        );

        var rows = Report(run)!.Table.Rows;

        Assert.Equal(
            [
                ["fast", "It runs.", "WithLegs(4)", "Jump wide ≈2.00x; Run wide ≈0.500x"],
                ["slow", "It walks.", "–", "Run wide same"],
                ["able", "", "–", "Jump wide ≈2.00x"],
            ],
            rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray())
        );
    }

    [Fact]
    public void Where_no_setting_was_measured_there_is_no_report() =>
        Assert.Null(Report(TestRuns.Run("50.0.1", Case("Run", "none", 100))));

    private static SettingsReport? Report(RunFile run) =>
        SettingsReport.Of(MeasuredEngine.Of(new("m", "50.0.1", run), Book));

    private static RunCase Case(string method, string setting, double value)
    {
        var measured = TestRuns.Measured(
            "Zebra",
            method,
            $"Setting={setting}, Memory=wide",
            [.. Enumerable.Range(0, 8).Select(round => value * (1 + (round * 1e-4)))]
        );
        return setting == "none"
            ? measured
            : measured with
            {
                Controls = new() { ["default"] = $"Zebra.{method}(Setting=none, Memory=wide)" },
            };
    }
}
