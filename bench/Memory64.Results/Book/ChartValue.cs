namespace Memory64.Results.Book;

/// <summary>What the values of a chart are.</summary>
public enum ChartValue
{
    /// <summary>The time of an operation.</summary>
    Time,

    /// <summary>The time of an operation that is an access.</summary>
    TimePerAccess,

    /// <summary>The bytes of an operation over its time.</summary>
    Throughput,

    /// <summary>Operations in a second.</summary>
    Rate,

    /// <summary>The time of one case over that of another.</summary>
    Ratio,

    /// <summary>The instructions of the bounds check for one operation, in the code of a case's loop.</summary>
    CheckInstructions,
}
