namespace Memory64.Results.Tables;

/// <summary>A column of a table: its heading, and what it shows of a row.</summary>
internal sealed record CaseColumn<T>(TableColumn Column, Func<T, TableCell> Cell)
{
    public static CaseColumn<T> Words(string header, Func<T, string?> text) =>
        new(
            new(header, ColumnAlignment.Left),
            row => text(row) is { } shown ? new TableCell(shown) : TableCell.None
        );

    public static CaseColumn<T> Numbers(
        string header,
        Func<T, double?> value,
        Func<double, string> format
    ) =>
        new(
            new(header, ColumnAlignment.Right),
            row => value(row) is { } number ? new TableCell(format(number), number) : TableCell.None
        );
}
