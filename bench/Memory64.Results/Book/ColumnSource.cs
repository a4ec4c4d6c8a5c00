namespace Memory64.Results.Book;

/// <summary>What a column shows of a row.</summary>
public enum ColumnSource
{
    /// <summary>Bytes that an operation moves over its time: GB/s.</summary>
    Throughput,

    /// <summary>How often a second holds an operation of one method, where readers know that better than its time.</summary>
    Rate,

    /// <summary>Nanoseconds for one page of the machine, where memory is touched for the first time.</summary>
    TimePerPage,

    /// <summary>Page faults for each GiB.</summary>
    FaultsPerGiB,

    /// <summary>A metric of rounds: its median over the rounds.</summary>
    Metric,

    /// <summary>A metric over the same metric of a control; nothing where the case has no such control.</summary>
    MetricOverControl,
}
