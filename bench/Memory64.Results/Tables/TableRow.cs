namespace Memory64.Results.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Id">What the row is about: a case id in a table of cases.</param>
/// <param name="Cells">One cell for each column.</param>
public sealed record TableRow(string Id, IReadOnlyList<TableCell> Cells);
