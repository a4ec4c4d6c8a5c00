using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
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
            tables
                .Where(t => !IsOfLevels(t))
                .SelectMany(t => t.Rows)
                .Select(r => r.Id)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            CaseTables.Of(older, Suite.Book).Where(t => !IsOfLevels(t)).Select(t => t.Title),
            tables.Where(t => !IsOfLevels(t)).Select(t => t.Title)
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

        var tables = Tables(
            [Instantiate("8GiB", 9_800, 9_900, 10_000, 10_100, 10_200), Instantiate("1GiB", 1)],
            [Instantiate("8GiB", 19_600, 19_800, 20_000, 20_200, 20_400)]
        );

        Assert.Equal(["A", "Levels of A"], tables.Select(t => t.Title));
        Assert.Equal(
            ["Method", "Size", "Ratio [98 %]", "p", "Verdict", "Remark"],
            tables[0].Columns.Select(c => c.Header)
        );
        Assert.Equal(
            ["M", "1GiB", "–", "–", "–", "not in NEW"],
            tables[0].Rows[0].Cells.Select(c => c.Text)
        );
        Assert.Equal(
            ["M", "8GiB", "≈2.00x [1.94, 2.06]", "0.00794", "slower", ""],
            tables[0].Rows[1].Cells.Select(c => c.Text)
        );
        Assert.Equal(
            [
                "Ratio is new over base, its interval (in brackets) has at least 98 % confidence, p is two-sided. Verdicts: alpha 1 %, threshold 2 %.",
                RelationText.Note,
            ],
            tables[0].Notes
        );
        Assert.Equal(
            ["Method", "Size", "Base (µs)", "±", "New (µs)", "±"],
            tables[1].Columns.Select(c => c.Header)
        );
        Assert.Equal(
            ["M", "1GiB", "0.00100", "–", "–", "–"],
            tables[1].Rows[0].Cells.Select(c => c.Text)
        );
        Assert.Equal(
            ["M", "8GiB", "10.0", "±2.0%", "20.0", "±2.0%"],
            tables[1].Rows[1].Cells.Select(c => c.Text)
        );
    }

    // The levels, 100 of both, would say that nothing differs.
    [Fact]
    public void Shows_the_times_of_the_duel_where_the_two_fought_one()
    {
        double[] levels = [.. Enumerable.Repeat(100.0, 8)];
        var measured = TestRuns.Measured("A", "M", "", levels);
        var tables = ComparisonTables.Of(
            Comparison.Of(
                TestRuns.Run(measured),
                TestRuns.Run(
                    measured with
                    {
                        Duels =
                        [
                            TestRuns.Duel(
                                "A.M",
                                TestRuns.EngineHash,
                                [.. Enumerable.Repeat(1.21, 8)]
                            ),
                        ],
                    }
                )
            ),
            Suite.Book
        );

        var table = Assert.Single(tables);
        Assert.Equal(
            ["Method", "Ratio [98 %]", "p", "Verdict", "Base (ns)", "New (ns)"],
            table.Columns.Select(c => c.Header)
        );
        Assert.Equal(
            ["M", "1.21x [1.21, 1.21]", "0.00781", "slower", "10.0", "12.1"],
            table.Rows[0].Cells.Select(c => c.Text)
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
        var table = Tables(
            [TestRuns.Measured("A", "M", "", times)],
            [TestRuns.Measured("A", "M", "", [.. times.Select(time => time * factor)])]
        )[0];

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

        var table = Tables(Cases(20, 10), Cases(60, 20), asked)[0];

        Assert.Equal(columns, table.Columns.Count(c => c.Header == "Ratio ÷ native"));
        if (asked)
        {
            Assert.Equal("Ratio ÷ native", table.Columns[^1].Header);
            Assert.Equal("1.50x", table.Rows[0].Cells[^1].Text);
            Assert.Equal(TableCell.None, table.Rows[1].Cells[^1]);
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

        var table = Tables(Cases(1), Cases(3), relativeToControls: true)[0];

        Assert.Equal("3.00x [0.300, 30.0]", table.Rows[0].Cells[^1].Text);
        Assert.Equal(
            "Ratio ÷ control is (new / its control) / (base / its control): what the machines' speed as such does not explain. Its interval has at least 98 % confidence.",
            table.Notes[0]
        );
    }

    [Fact]
    public void Says_nothing_of_figures_where_there_are_none()
    {
        Assert.All(
            Tables([TestRuns.Measured("A", "M", "", 1)], []),
            table => Assert.Empty(table.Notes)
        );
    }

    [Theory]
    [InlineData(0.0000123, "<0.0001")]
    [InlineData(0.0001, "0.000100")]
    [InlineData(1, "1.00")]
    public void Does_not_spell_out_tiny_p_values(double pValue, string text) =>
        Assert.Equal(text, PValueText.Format(pValue));

    private static bool IsOfLevels(Table table) => table.Summary is not null;

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
