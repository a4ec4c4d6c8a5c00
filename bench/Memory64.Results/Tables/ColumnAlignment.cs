namespace Memory64.Results.Tables;

/// <summary>Where the texts of a column stand.</summary>
public enum ColumnAlignment
{
    /// <summary>At the left: words.</summary>
    Left,

    /// <summary>At the right: numbers.</summary>
    Right,
}
