using Memory64.Bench.Harness.Cases;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Tables;

public sealed class RatioTableTests
{
    private static readonly double[] Around2 = [2, 2.1, 1.9, 2.05, 1.95, 2, 2.2, 1.8];

    [Fact]
    public void Shows_each_duel_with_its_interval_and_its_own_times_and_levels_apart()
    {
        var tables = Tables(
            Duelling("Memory=memory64", 145, ("memory32", Around2), ("native", [3])),
            TestRuns.Measured("A", "M", "Memory=memory32", 300),
            TestRuns.Measured("A", "M", "Memory=native", 50)
        );

        Assert.Equal(["A", "Levels of A"], tables.Select(t => t.Title));
        Assert.Equal("Memory=memory64", tables[0].Caption);
        Assert.Equal(
            ["Against", "Method", "Ratio [98 %]", "Time (ns)", "Control (ns)", "Rounds"],
            Headers(tables[0])
        );
        // The duel's times, 20 and 10, not the levels, 145 and 300, which say the contrary.
        Assert.Equal(
            ["memory32", "M", "2.00x [1.80, 2.20]", "20.0", "10.0", "8"],
            Texts(tables[0], 0)
        );
        Assert.Equal(["native", "M", "3.00x (1 round)", "30.0", "10.0", "1"], Texts(tables[0], 1));
        Assert.Equal([RelationText.FewRoundsNote], tables[0].Notes);
        Assert.DoesNotContain(
            Headers(tables[1]),
            header => header.Contains("Ratio", StringComparison.Ordinal) || header.Contains('÷')
        );
        Assert.Contains("Time (ns)", Headers(tables[1]));
        Assert.Contains("±", Headers(tables[1]));
    }

    // A median of ratios is not the ratio of two medians: here the medians lie on the other side of 1.
    [Fact]
    public void Never_shows_times_on_the_other_side_of_the_ratio()
    {
        RunDuelRound Round(double ratio, double subject, double opponent) =>
            new()
            {
                Ratios = [ratio],
                Subject = subject,
                Opponent = opponent,
            };
        var measured = Duelling("", 1, ("native", [1]));
        measured = measured with
        {
            Duels =
            [
                measured.Duels[0] with
                {
                    Rounds = [.. Enumerable.Repeat(Round(0.96, 10.2, 10), 8)],
                },
            ],
        };

        var table = Tables(measured)[0];

        Assert.Equal(
            ["native", "M", "0.960x [0.960, 0.960]", "9.90", "10.3", "8"],
            Texts(table, 0)
        );
        Assert.Equal(
            0.96,
            Cell(table, 0, "Time (ns)").Value!.Value / Cell(table, 0, "Control (ns)").Value!.Value,
            12
        );
    }

    [Fact]
    public void Marks_a_ratio_of_levels_whose_times_stand_in_their_own_table()
    {
        var tables = Tables(
            Duelling("Memory=memory64", 145, ("memory32", null), ("native", null)),
            TestRuns.Measured("A", "M", "Memory=memory32", 100),
            TestRuns.Measured("A", "M", "Memory=native", 50)
        );

        Assert.Equal(["Against", "Method", "Ratio [98 %]", "Rounds"], Headers(tables[0]));
        Assert.Equal(
            ["≈1.45x (1 round)", "≈2.90x (1 round)"],
            tables[0].Rows.Select((_, i) => Cell(tables[0], i, "Ratio [98 %]").Text)
        );
        Assert.Equal([RelationText.FewRoundsNote, RelationText.Note], tables[0].Notes);
    }

    // Who measures one case alone sees what it was set against in its own process.
    [Fact]
    public void Shows_a_duel_whose_other_side_was_not_measured_alone()
    {
        var table = Tables(Duelling("", 145, ("native", Around2)))[0];

        Assert.Equal("2.00x [1.80, 2.20]", Cell(table, 0, "Ratio [98 %]").Text);
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void Has_a_block_of_rows_for_each_kind_of_control()
    {
        var table = Tables(
            Duelling("Memory=memory64", 1, ("memory32", Around2), ("native", Around2)),
            Duelling("Memory=memory32", 1, ("native", Around2))
        )[0];

        Assert.Equal(
            ["memory32 memory64", "native memory64", "native memory32"],
            table.Rows.Select(
                (_, i) => $"{Cell(table, i, "Against").Text} {Cell(table, i, "Memory").Text}"
            )
        );
    }

    [Fact]
    public void Finds_a_control_in_another_benchmark()
    {
        var a = TestRuns.Measured("A", "M", "", 30) with { Controls = new() { ["floor"] = "B.M" } };

        Assert.Equal(
            "≈3.00x (1 round)",
            Cell(Tables(a, TestRuns.Measured("B", "M", "", 10))[0], 0, "Ratio [98 %]").Text
        );
    }

    [Fact]
    public void Is_not_there_where_no_control_was_measured()
    {
        var table = Assert.Single(
            Tables(
                TestRuns.Measured("A", "M", "Size=1", 30) with
                {
                    Controls = new() { ["floor"] = "A.None" },
                },
                TestRuns.Measured("A", "M", "Size=2", 30) with
                {
                    Controls = new() { ["floor"] = "A.M(Size=3)" },
                },
                TestRuns.Skipped("A", "M", "Size=3", "no")
            )
        );

        Assert.Equal("A", table.Title);
        Assert.Null(table.Summary);
    }

    [Fact]
    public void Takes_no_ratio_between_two_runs_and_says_of_which_a_row_is()
    {
        var (one, other) = (
            Duelling("Memory=memory64", 145, ("native", null)),
            TestRuns.Measured("A", "M", "Memory=native", 50)
        );

        Assert.Single(Tables(one, TestRuns.OfEarlierRun(other)));
        Assert.Equal(
            "≈2.90x (1 round)",
            Cell(
                Tables(TestRuns.OfEarlierRun(one), TestRuns.OfEarlierRun(other))[0],
                0,
                "Ratio [98 %]"
            ).Text
        );
        var two = Tables(
            Duelling("Memory=memory64", 1, ("memory32", Around2)),
            TestRuns.OfEarlierRun(Duelling("Memory=memory32", 1, ("native", Around2)))
        )[0];
        Assert.Equal(
            ["2026-11-23 10:00 UTC", "2026-11-22 09:30 UTC"],
            two.Rows.Select((_, i) => Cell(two, i, "Run of").Text)
        );
    }

    [Fact]
    public void Says_what_is_folded_behind_it()
    {
        var tables = Tables(
            Duelling("Size=1", 1, ("native", Around2)),
            TestRuns.Measured("A", "M", "Size=2", 1),
            TestRuns.Skipped("A", "M", "Size=3", "no"),
            TestRuns.Failed("A", "M", "Size=4", "no")
        );

        Assert.Null(tables[0].Summary);
        Assert.Equal("Levels of A: 4 cases, 1 skipped, 1 failed", tables[1].Summary);
    }

    // A case that stands to controls, by duels of these ratios or, where they are null, by levels.
    private static RunCase Duelling(
        string parameters,
        double level,
        params (string Control, double[]? Ratios)[] controls
    ) =>
        TestRuns.Measured("A", "M", parameters, level) with
        {
            Controls = new(
                controls.Select(c => KeyValuePair.Create(c.Control, $"A.M(Memory={c.Control})"))
            ),
            Duels =
            [
                .. from c in controls
                where c.Ratios is not null
                select TestRuns.Duel($"A.M(Memory={c.Control})", null, c.Ratios),
            ],
        };

    private static IReadOnlyList<Table> Tables(params RunCase[] cases) =>
        CaseTables.Of(TestRuns.Run(cases), Suite.Book);

    private static IEnumerable<string> Headers(Table table) => table.Columns.Select(c => c.Header);

    private static IEnumerable<string> Texts(Table table, int row) =>
        table.Rows[row].Cells.Select(c => c.Text);

    private static TableCell Cell(Table table, int row, string header) =>
        table.Rows[row].Cells[Headers(table).ToList().IndexOf(header)];
}
