using Memory64.Results.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;
using Table = Memory64.Results.Tables.Table;
using TableColumn = Spectre.Console.TableColumn;

namespace Memory64.Bench.Commands.Shared;

/// <summary>Shows result tables on the console; Markdown pages show the same ones.</summary>
internal static class TerminalTables
{
    public static void Write(IAnsiConsole console, Table table)
    {
        var shown = new Spectre.Console.Table().Border(TableBorder.Minimal);
        shown.Title = new TableTitle(Markup.Escape(table.Title));
        foreach (var column in table.Columns)
        {
            var right = column.Alignment == ColumnAlignment.Right;
            var added = new TableColumn(new Text(column.Header)).NoWrap();
            shown.AddColumn(right ? added.RightAligned() : added);
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow(
                row.Cells.Select(cell => (IRenderable)new Text(cell.Text, StyleOf(cell.Tone)))
            );
        }

        console.Write(shown);
        foreach (var line in table.Notes.Prepend(table.Caption).Where(line => line.Length > 0))
        {
            console.WriteLine(line);
        }
    }

    private static Style StyleOf(CellTone tone) =>
        tone switch
        {
            CellTone.Better => new(Color.Green),
            CellTone.Worse => new(Color.Red),
            CellTone.Open => new(decoration: Decoration.Dim),
            _ => Style.Plain,
        };
}
