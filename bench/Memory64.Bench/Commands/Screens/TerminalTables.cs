using Memory64.Results.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;
using Table = Memory64.Results.Tables.Table;
using TableCell = Memory64.Results.Tables.TableCell;
using TableColumn = Spectre.Console.TableColumn;

namespace Memory64.Bench.Commands.Screens;

/// <summary>
/// Shows result tables on the console; Markdown pages show the same ones. Where a terminal has no room for all columns, some are left
/// out and named, or each row becomes a paragraph: no value is cut.
/// </summary>
internal static class TerminalTables
{
    public static void Write(IAnsiConsole console, Table table)
    {
        var room = console.Profile.Width;
        console.WriteLine();
        console.WriteLine(table.Title, new Style(decoration: Decoration.Italic));
        if (TableFit.Of(table, room) is { } fit)
        {
            WriteGrid(console, table, fit.Columns);
            if (fit.LeftOut.Count > 0)
            {
                console.WriteLine(
                    $"No room on {room} columns for: {string.Join(", ", fit.LeftOut)}."
                );
            }
        }
        else
        {
            WriteParagraphs(console, table);
        }

        foreach (var line in table.Notes.Prepend(table.Caption).Where(line => line.Length > 0))
        {
            console.WriteLine(line);
        }
    }

    private static void WriteGrid(
        IAnsiConsole console,
        Table table,
        IReadOnlyList<(int Index, int Width)> columns
    )
    {
        var shown = new Spectre.Console.Table().Border(TableBorder.Minimal);
        foreach (var (index, width) in columns)
        {
            var column = table.Columns[index];
            var added = new TableColumn(new Text(column.Header)).Width(width);
            shown.AddColumn(
                column.Alignment == ColumnAlignment.Right ? added.RightAligned() : added
            );
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow(
                columns.Select(column =>
                {
                    var cell = row.Cells[column.Index];
                    return (IRenderable)new Text(cell.Text, StyleOf(cell.Tone));
                })
            );
        }

        console.Write(shown);
    }

    private static void WriteParagraphs(IAnsiConsole console, Table table)
    {
        foreach (var row in table.Rows)
        {
            var block = new Paragraph();
            var before = "\n";
            foreach (var (column, cell) in table.Columns.Zip(row.Cells).Where(HasValue))
            {
                block
                    .Append($"{before}{column.Header}: ")
                    .Append($"{cell.Text};", StyleOf(cell.Tone));
                before = " ";
            }

            console.Write(block.Append("\n"));
        }

        console.WriteLine();
    }

    private static bool HasValue(
        (Memory64.Results.Tables.TableColumn Column, TableCell Cell) pair
    ) => pair.Cell.Text.Length > 0 && pair.Cell != TableCell.None;

    private static Style StyleOf(CellTone tone) =>
        tone switch
        {
            CellTone.Better => new(Color.Green),
            CellTone.Worse => new(Color.Red),
            CellTone.Open => new(decoration: Decoration.Dim),
            _ => Style.Plain,
        };
}
