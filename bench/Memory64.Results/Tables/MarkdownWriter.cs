using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Memory64.Results.Tables;

/// <summary>Writes Markdown (GitHub's dialect) whose tables are readable as plain text too: columns are padded.</summary>
public static partial class MarkdownWriter
{
    // Nearly no cell has one of those.
    private static readonly SearchValues<char> Special = SearchValues.Create([
        .. "<&\\`*_[]|~\u2028\u2029",
        .. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(char.IsControl),
    ]);

    /// <summary>The table as Markdown without its title: caption, grid, notes; parted by empty lines, each line ended by \n.</summary>
    /// <param name="table">The table.</param>
    public static string Write(Table table)
    {
        var parts = new List<string>();
        if (table.Caption.Length > 0)
        {
            parts.Add($"{Escape(table.Caption)}\n");
        }

        parts.Add(Grid(table));
        parts.AddRange(table.Notes.Select(note => $"{Escape(note)}\n"));
        return string.Join("\n", parts);
    }

    /// <summary>Text as it is, whatever it holds: characters with a meaning in Markdown are escaped, line breaks become spaces.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text) =>
        text.AsSpan().ContainsAny(Special)
            ? Part()
                .Replace(
                    text,
                    part => part.Length > 1 ? part.Value : EscapeCharacter(part.Value[0])
                )
            : text;

    // Numbers in brackets, as of an interval, make a link only together with what follows; everything else goes by character.
    [GeneratedRegex(
        @"\[[0-9][0-9., %]*\](?![\[(:])|[\s\S]",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex Part();

    private static string EscapeCharacter(char c) =>
        c switch
        {
            '<' => "&lt;",
            '&' => "&amp;",
            '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' => $"\\{c}",
            '\u2028' or '\u2029' => " ",
            _ when char.IsControl(c) => " ",
            _ => c.ToString(),
        };

    private static string Grid(Table table)
    {
        var grid = table
            .Rows.Select(row => row.Cells.Select(cell => Escape(cell.Text)).ToList())
            .Prepend([.. table.Columns.Select(column => Escape(column.Header))])
            .ToList();
        // A dash row of "--:" needs three characters.
        var widths = table
            .Columns.Select((_, i) => Math.Max(3, grid.Max(row => row[i].Length)))
            .ToList();
        var lines = grid.Select(row =>
                Line(row.Select((cell, i) => Pad(cell, widths[i], table.Columns[i].Alignment)))
            )
            .ToList();
        lines.Insert(
            1,
            Line(table.Columns.Select((column, i) => Dashes(widths[i], column.Alignment)))
        );
        return string.Concat(lines);
    }

    private static string Line(IEnumerable<string> cells) =>
        new StringBuilder("| ").AppendJoin(" | ", cells).Append(" |\n").ToString();

    private static string Pad(string cell, int width, ColumnAlignment alignment) =>
        alignment == ColumnAlignment.Right ? cell.PadLeft(width) : cell.PadRight(width);

    private static string Dashes(int width, ColumnAlignment alignment) =>
        alignment == ColumnAlignment.Right
            ? $"{new string('-', width - 1)}:"
            : new string('-', width);
}
