namespace Memory64.Results.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Header">Its heading, with the unit of its numbers.</param>
/// <param name="Alignment">Where its texts stand.</param>
public sealed record TableColumn(string Header, ColumnAlignment Alignment)
{
    /// <summary>Whether, and how soon, it is left out where there is no room; pages have room for all.</summary>
    public ColumnRank Rank { get; init; }

    /// <summary>Whether its texts are sentences or paths, which may be wrapped; others stay on one line.</summary>
    public bool IsProse { get; init; }
}
