namespace Memory64.Results.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Header">Its heading, with the unit of its numbers.</param>
/// <param name="Alignment">Where its texts stand.</param>
public sealed record TableColumn(string Header, ColumnAlignment Alignment);
