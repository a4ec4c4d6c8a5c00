namespace Memory64.Results.Tables;

/// <summary>What a cell says to a reader who looks for one thing; shown where a medium has colours.</summary>
public enum CellTone
{
    /// <summary>Nothing in particular.</summary>
    Plain,

    /// <summary>Something became cheaper.</summary>
    Better,

    /// <summary>Something became dearer.</summary>
    Worse,

    /// <summary>Nothing that may be claimed.</summary>
    Open,
}
