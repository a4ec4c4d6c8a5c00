using Memory64.Bench.Commands.Duels;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Spectre.Console;
using Xunit;
using Table = Memory64.Results.Tables.Table;
using TableRow = Memory64.Results.Tables.TableRow;

namespace Memory64.Bench.Tests.Commands.Screens;

public sealed class TerminalTablesTests
{
    private static readonly Table Verdicts = new(
        "Verdicts",
        "",
        [new("Verdict", ColumnAlignment.Left)],
        [
            Row("slower", CellTone.Worse),
            Row("faster", CellTone.Better),
            Row("unsure", CellTone.Open),
            Row("same", CellTone.Plain),
        ],
        []
    );

    [Theory]
    [InlineData("\u001b[91mslower")]
    [InlineData("\u001b[32mfaster")]
    [InlineData("\u001b[2munsure")]
    [InlineData(" same")]
    public void Verdicts_have_colours_on_a_terminal(string text) =>
        Assert.Contains(text, Write(ColorSystemSupport.Standard), StringComparison.Ordinal);

    [Fact]
    public void There_are_none_elsewhere() =>
        Assert.DoesNotContain('\u001b', Write(ColorSystemSupport.NoColors));

    public static TheoryData<int, string> Terminals =>
        new(
            from width in new[] { 20, 40, 60, 80, 120, 1000 }
            from table in Published.Keys
            select (width, table)
        );

    // Tables of real records, as the commands of these names show them.
    private static Dictionary<string, IReadOnlyList<Table>> Published { get; } = Load();

    [Theory]
    [MemberData(nameof(Terminals))]
    public void No_value_is_lost_however_narrow_the_terminal(int width, string command)
    {
        Assert.NotEmpty(Published[command]);
        Assert.All(Published[command], table => AssertComplete(table, width));
    }

    [Fact]
    public void Columns_go_by_their_rank_and_a_line_names_them()
    {
        var table = new Table(
            "Ranks",
            "",
            [
                new("Method", ColumnAlignment.Left),
                new("Aside one", ColumnAlignment.Right) { Rank = ColumnRank.Aside },
                new("Figure one", ColumnAlignment.Right) { Rank = ColumnRank.Figure },
                new("Detail one", ColumnAlignment.Right) { Rank = ColumnRank.Detail },
            ],
            [new("a", [new("Read"), new("1"), new("2"), new("3")])],
            []
        );

        Assert.Empty(TableFit.Of(table, 80)!.LeftOut);
        Assert.Equal(["Aside one"], TableFit.Of(table, 40)!.LeftOut);
        Assert.Equal(["Aside one", "Detail one"], TableFit.Of(table, 24)!.LeftOut);
        Assert.Null(TableFit.Of(table, 10));
        Assert.Contains(
            "No room on 40 columns for: Aside one.\n",
            Write(table, width: 40),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Sentences_are_wrapped_and_numbers_are_not()
    {
        var reason = "needs 12.4 GiB, of which 9.1 GiB are available on this machine at present";
        var table = new Table(
            "Skips",
            "",
            [
                new("Method", ColumnAlignment.Left),
                new("Remark", ColumnAlignment.Left) { IsProse = true },
            ],
            [new("a", [new("Read"), new(reason)])],
            []
        );

        var fit = TableFit.Of(table, 60)!;

        Assert.Equal([(0, 6), (1, 60 - 1 - (6 + 3) - 3)], fit.Columns);
        Assert.Empty(fit.LeftOut);
        AssertComplete(table, 60);
    }

    private static Dictionary<string, IReadOnlyList<Table>> Load()
    {
        var runs = new RunFolder(Repository.ResultsPath).LoadAll();
        var newest = runs.GroupBy(run => run.Machine)
            .Select(machine => machine.Last(run => !run.Engine.Contains('~')).Run)
            .ToList();
        var older = runs.First(run => run.Run.Machine.Id == newest[0].Machine.Id).Run;
        var (steps, machines) = (
            Comparison.Of(older, newest[0]),
            Comparison.Of(newest[0], newest[^1])
        );
        return new()
        {
            ["run"] = [.. newest.SelectMany(run => CaseTables.Of(run, Suite.Book))],
            ["compare"] = ComparisonTables.Of(steps, Suite.Book),
            ["compare of machines"] = ComparisonTables.Of(machines, Suite.Book, true),
            ["history"] =
            [
                .. steps.Cases.Select(c =>
                    HistoryCommand.TableOf(c.Case.Id, [steps with { Cases = [c] }])
                ),
            ],
        };
    }

    // Column by column what a reader sees, or row by row, against what the table holds; white space aside.
    private static void AssertComplete(Table table, int width)
    {
        var output = Write(table, width);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        var seen = Bare(output);
        Assert.Contains(Bare(table.Title), seen, StringComparison.Ordinal);
        Assert.All(
            table.Notes.Append(table.Caption),
            note => Assert.Contains(Bare(note), seen, StringComparison.Ordinal)
        );
        if (TableFit.Of(table, width) is not { } fit)
        {
            Assert.Contains(
                Bare(
                    string.Concat(
                        table.Rows.Select(row =>
                            string.Concat(
                                table
                                    .Columns.Zip(row.Cells)
                                    .Where(pair => pair.Second.Text is not ("" or "–"))
                                    .Select(pair => $"{pair.First.Header}:{pair.Second.Text};")
                            )
                        )
                    )
                ),
                seen,
                StringComparison.Ordinal
            );
            return;
        }

        var lines = output
            .Split('\n')
            .Select(line => line.Split('│'))
            .Where(cells => cells.Length == fit.Columns.Count)
            .ToList();
        var named = Bare(string.Concat(fit.LeftOut.Select(header => $"{header},")).TrimEnd(','));
        Assert.Contains(named, seen, StringComparison.Ordinal);
        foreach (var (index, header) in table.Columns.Index())
        {
            var place = fit.Columns.ToList().FindIndex(column => column.Index == index);
            if (place < 0)
            {
                Assert.NotEqual(ColumnRank.Key, header.Rank);
                Assert.Contains(header.Header, fit.LeftOut);
                continue;
            }

            if (!header.IsProse)
            {
                Assert.Subset(
                    lines.Select(cells => cells[place].Trim()).ToHashSet(),
                    table
                        .Rows.Select(row => row.Cells[index].Text)
                        .Prepend(header.Header)
                        .ToHashSet()
                );
            }

            Assert.Contains(
                Bare(
                    string.Concat(
                        table.Rows.Select(row => row.Cells[index].Text).Prepend(header.Header)
                    )
                ),
                Bare(string.Concat(lines.Select(cells => cells[place]))),
                StringComparison.Ordinal
            );
        }
    }

    private static string Bare(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Write(ColorSystemSupport colors) => Write(Verdicts, colors, width: 80);

    private static string Write(Table table, int width) =>
        Write(table, ColorSystemSupport.NoColors, width);

    private static string Write(Table table, ColorSystemSupport colors, int width)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = colors == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
                ColorSystem = colors,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        TerminalTables.Write(console, table);
        return writer.ToString();
    }

    private static TableRow Row(string text, CellTone tone) =>
        new(text, [new(text) { Tone = tone }]);
}
