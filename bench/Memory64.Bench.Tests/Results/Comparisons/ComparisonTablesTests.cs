using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

public sealed class ComparisonTablesTests
{
    [Fact]
    public void Has_every_case_of_either_run_once()
    {
        var extra = TestRuns.Measured("Extra", "M", "", 1);
        var older = TestRuns.Rich() with { Cases = [.. TestRuns.Rich().Cases, extra] };

        var tables = ComparisonTables.Of(Comparison.Of(older, TestRuns.Rich()), Suite.Book);

        Assert.Equal(
            older.Cases.Select(c => c.Id).Order(StringComparer.Ordinal),
            tables.SelectMany(t => t.Rows).Select(r => r.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            CaseTables.Of(older, Suite.Book).Select(t => t.Title),
            tables.Select(t => t.Title)
        );
        Assert.All(
            tables,
            t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Cells.Count))
        );
    }

    [Fact]
    public void Shows_figures_in_the_unit_of_the_case()
    {
        using var culture = new ForeignCulture();

        var table = Assert.Single(
            Tables(
                [Instantiate("8GiB", 9_800, 9_900, 10_000, 10_100, 10_200), Instantiate("1GiB", 1)],
                [Instantiate("8GiB", 19_600, 19_800, 20_000, 20_200, 20_400)]
            )
        );

        Assert.Equal(
            [
                "Method",
                "Size",
                "Base (µs)",
                "±",
                "New (µs)",
                "±",
                "Ratio",
                "Interval",
                "p",
                "Verdict",
                "Remark",
            ],
            table.Columns.Select(c => c.Header)
        );
        Assert.Equal(
            ["M", "1GiB", "0.00100", "–", "–", "–", "–", "–", "–", "–", "not in NEW"],
            table.Rows[0].Cells.Select(c => c.Text)
        );
        Assert.Equal(
            [
                "M",
                "8GiB",
                "10.0",
                "±2.0%",
                "20.0",
                "±2.0%",
                "≈2.00x",
                "1.94 to 2.06x",
                "0.00794",
                "slower",
                "",
            ],
            table.Rows[1].Cells.Select(c => c.Text)
        );
        Assert.Equal(
            [
                "Ratio is new over base, its interval has at least 98 % confidence, p is two-sided. Verdicts: alpha 1 %, threshold 2 %.",
                RelationText.Note,
            ],
            table.Notes
        );
    }

    [Theory]
    [InlineData(2, CellTone.Worse)]
    [InlineData(0.5, CellTone.Better)]
    [InlineData(1, CellTone.Plain)]
    [InlineData(1.019, CellTone.Plain)]
    public void Gives_verdicts_a_tone(double factor, CellTone tone)
    {
        double[] times = [1.001, 1.002, 1.003, 1.004, 1.005];
        var table = Assert.Single(
            Tables(
                [TestRuns.Measured("A", "M", "", times)],
                [TestRuns.Measured("A", "M", "", [.. times.Select(time => time * factor)])]
            )
        );

        Assert.Equal(tone, table.Rows[0].Cells[^1].Tone);
        Assert.All(
            table.Rows[0].Cells.SkipLast(1),
            cell => Assert.Equal(CellTone.Plain, cell.Tone)
        );
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Shows_the_relation_to_controls_where_it_is_asked_for(bool asked, int columns)
    {
        RunCase[] Cases(double time, double control) =>
            [
                TestRuns.Measured("A", "M", "", time) with
                {
                    Controls = new() { ["native"] = "A.Native" },
                },
                TestRuns.Measured("A", "Native", "", control),
            ];

        var table = Assert.Single(Tables(Cases(20, 10), Cases(60, 20), asked));

        Assert.Equal(columns, table.Columns.Count(c => c.Header == "Ratio ÷ native"));
        if (asked)
        {
            Assert.Equal(
                ["Ratio ÷ native", "Interval ÷ native"],
                table.Columns.TakeLast(2).Select(c => c.Header)
            );
            Assert.Equal(["1.50x", "–"], table.Rows[0].Cells.TakeLast(2).Select(c => c.Text));
            Assert.Equal([TableCell.None, TableCell.None], table.Rows[1].Cells.TakeLast(2));
        }
    }

    // 5 rounds: the bounds of each ratio are its smallest and its largest quotient.
    [Fact]
    public void Shows_the_interval_of_the_relation_to_a_control()
    {
        RunCase[] Cases(double level) =>
            [
                TestRuns.Measured(
                    "A",
                    "M",
                    "",
                    [.. new[] { 1.0, 2, 3, 4, 5 }.Select(v => v * level)]
                ) with
                {
                    Controls = new() { ["native"] = "A.Native" },
                },
                TestRuns.Measured("A", "Native", "", 1, 1.2, 1.5, 1.7, 2),
            ];

        var table = Assert.Single(Tables(Cases(1), Cases(3), relativeToControls: true));

        Assert.Equal("0.300 to 30.0x", table.Rows[0].Cells[^1].Text);
        Assert.Equal(
            "Ratio ÷ control is (new / its control) / (base / its control): what the machines' speed as such does not explain. Its interval has at least 98 % confidence.",
            table.Notes[0]
        );
    }

    [Fact]
    public void Says_nothing_of_figures_where_there_are_none()
    {
        var table = Assert.Single(Tables([TestRuns.Measured("A", "M", "", 1)], []));

        Assert.Empty(table.Notes);
    }

    [Theory]
    [InlineData(0.0000123, "<0.0001")]
    [InlineData(0.0001, "0.000100")]
    [InlineData(1, "1.00")]
    public void Does_not_spell_out_tiny_p_values(double pValue, string text) =>
        Assert.Equal(text, PValueText.Format(pValue));

    private static IReadOnlyList<Table> Tables(
        RunCase[] before,
        RunCase[] after,
        bool relativeToControls = false
    ) =>
        ComparisonTables.Of(
            Comparison.Of(TestRuns.Run(before), TestRuns.Run(after)),
            Suite.Book,
            relativeToControls
        );

    private static RunCase Instantiate(string size, params double[] rounds) =>
        TestRuns.Measured("A", "M", $"Size={size}", rounds) with
        {
            Unit = TimeUnit.Microsecond,
        };
}
