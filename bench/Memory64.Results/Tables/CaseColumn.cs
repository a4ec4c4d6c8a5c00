namespace Memory64.Results.Tables;

/// <summary>A column of a table of cases: its heading, and what it shows of a case.</summary>
internal sealed record CaseColumn(TableColumn Column, Func<CaseResult, TableCell> Cell)
{
    public static CaseColumn Words(string header, Func<CaseResult, string?> text) =>
        new(
            new(header, ColumnAlignment.Left),
            result => text(result) is { } shown ? new TableCell(shown) : TableCell.None
        );

    public static CaseColumn Numbers(
        string header,
        Func<CaseResult, double?> value,
        Func<double, string> format
    ) =>
        new(
            new(header, ColumnAlignment.Right),
            result =>
                value(result) is { } number ? new TableCell(format(number), number) : TableCell.None
        );
}
