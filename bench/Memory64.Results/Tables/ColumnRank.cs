namespace Memory64.Results.Tables;

/// <summary>Which columns a reader can do without where there is no room for all: the last ones of these go first.</summary>
public enum ColumnRank
{
    /// <summary>Names the row, or is what the table is for: never left out.</summary>
    Key,

    /// <summary>What most readers look for next.</summary>
    Figure,

    /// <summary>What says how sure a figure is, or where it is from.</summary>
    Detail,

    /// <summary>What few readers look for.</summary>
    Aside,
}
