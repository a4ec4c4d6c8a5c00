using Memory64.Results.Tables;
using Spectre.Console.Rendering;

namespace Memory64.Bench.Commands.Screens;

/// <summary>Which columns of a table a terminal has room for.</summary>
/// <param name="Columns">
/// What is shown from left to right: the index of the column in the table, and how many characters its texts get.
/// </param>
/// <param name="LeftOut">The headings of the others, in the order of the table; each once.</param>
internal sealed record TableFit(
    IReadOnlyList<(int Index, int Width)> Columns,
    IReadOnlyList<string> LeftOut
)
{
    // A space before each text and behind it, and a line behind that.
    private const int Frame = 3;

    // At the left of the first column.
    private const int Edge = 1;

    // Less makes a tower of a sentence.
    private const int LeastProse = 24;

    /// <summary>
    /// The columns that fit; null where those that may not be left out don't, or only names of rows would be left, and rows have to become
    /// paragraphs.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="room">Characters in a line; above 0.</param>
    public static TableFit? Of(Table table, int room)
    {
        var inside = room - Edge;
        var natural = table.Columns.Select((_, index) => NaturalWidth(table, index)).ToList();
        var kept = Enumerable.Range(0, natural.Count).ToList();
        while (kept.Sum(index => LeastWidth(index) + Frame) > inside)
        {
            var last = kept.Where(index => table.Columns[index].Rank != ColumnRank.Key)
                .OrderBy(index => table.Columns[index].Rank)
                .Select(index => table.Columns[index])
                .LastOrDefault();
            if (last is null)
            {
                return null;
            }

            // Two of one name would leave it open which of them is meant.
            kept.RemoveAll(index => table.Columns[index] == last);
        }

        // What is left would say the names of rows and nothing of them.
        if (kept.Count == 1 && natural.Count > 1)
        {
            return null;
        }

        var spare = inside - kept.Sum(index => LeastWidth(index) + Frame);
        return new(
            [
                .. kept.Select(index =>
                {
                    var more = Math.Min(spare, natural[index] - LeastWidth(index));
                    spare -= more;
                    return (index, LeastWidth(index) + more);
                }),
            ],
            [
                .. table
                    .Columns.Where((_, index) => !kept.Contains(index))
                    .Select(column => column.Header)
                    .Distinct(StringComparer.Ordinal),
            ]
        );

        int LeastWidth(int index) =>
            table.Columns[index].IsProse ? Math.Min(LeastProse, natural[index]) : natural[index];
    }

    private static int NaturalWidth(Table table, int index) =>
        table
            .Rows.Select(row => row.Cells[index].Text)
            .Append(table.Columns[index].Header)
            .Max(text => new Segment(text).CellCount());
}
