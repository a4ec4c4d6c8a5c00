namespace Memory64.Results.Tables;

/// <summary>A table that can be shown as Markdown or in a terminal: all texts are final, but not yet escaped.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Caption">What holds for all rows, such as parameters that are constant; may be empty.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; each has a cell for every column.</param>
/// <param name="Notes">Sentences below the table; may be empty.</param>
public sealed record Table(
    string Title,
    string Caption,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<TableRow> Rows,
    IReadOnlyList<string> Notes
)
{
    /// <summary>The benchmark class whose cases the rows are; null where they are something else.</summary>
    public string? Benchmark { get; init; }

    /// <summary>
    /// What a page shows in its place until a reader opens it, because most look for what stands before it; null where it is always
    /// open.
    /// </summary>
    public string? Summary { get; init; }
}
