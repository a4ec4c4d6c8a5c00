namespace Memory64.Results.Tables;

/// <summary>A column of a table: its heading, and what it shows of a row.</summary>
internal sealed record CaseColumn<T>(TableColumn Column, Func<T, TableCell> Cell)
{
    public static CaseColumn<T> Words(
        string header,
        Func<T, string?> text,
        ColumnRank rank = ColumnRank.Key
    ) =>
        new(
            new(header, ColumnAlignment.Left) { Rank = rank },
            row => text(row) is { } shown ? new TableCell(shown) : TableCell.None
        );

    /// <summary>A column of sentences.</summary>
    public static CaseColumn<T> Prose(
        string header,
        Func<T, string?> text,
        ColumnRank rank = ColumnRank.Key
    )
    {
        var words = Words(header, text, rank);
        return words with { Column = words.Column with { IsProse = true } };
    }

    public static CaseColumn<T> Numbers(
        string header,
        Func<T, double?> value,
        Func<double, string> format,
        ColumnRank rank = ColumnRank.Key
    ) =>
        new(
            new(header, ColumnAlignment.Right) { Rank = rank },
            row => value(row) is { } number ? new TableCell(format(number), number) : TableCell.None
        );
}
