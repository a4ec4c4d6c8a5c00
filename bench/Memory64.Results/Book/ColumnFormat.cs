namespace Memory64.Results.Book;

/// <summary>How the numbers of a column are written.</summary>
public enum ColumnFormat
{
    /// <summary>By three significant digits.</summary>
    Digits,

    /// <summary>By the power of ten, where that says most, as of an error: 3.6e-4, not 0.000360.</summary>
    Power,

    /// <summary>As a whole number.</summary>
    Count,

    /// <summary>As a ratio: 1.45x.</summary>
    Ratio,
}
