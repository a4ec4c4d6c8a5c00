namespace Memory64.Results.Book;

/// <summary>A column of figures in a class's tables; one that no row has a figure for isn't shown.</summary>
/// <param name="Header">The heading, with the unit: "Code (KiB)".</param>
/// <param name="Source">What it shows.</param>
/// <param name="Unit">How much of it is one of the unit; above 0.</param>
public sealed record PageColumn(string Header, ColumnSource Source, double Unit = 1)
{
    /// <summary>The metric's name in the run file, or the method whose rate it is; empty for other sources.</summary>
    public string Of { get; init; } = "";

    /// <summary>The label of the control that a metric is divided by; empty for other sources.</summary>
    public string Over { get; init; } = "";

    /// <summary>How its numbers are written.</summary>
    public ColumnFormat Format { get; init; }

    /// <summary>Whether it goes before the figures that rows are read for, where a terminal has no room for all.</summary>
    public bool IsDetail { get; init; }

    /// <summary>GB/s.</summary>
    public static PageColumn Gigabytes { get; } = new("GB/s", ColumnSource.Throughput);

    /// <summary>MB/s, for what is far below 1 GB/s.</summary>
    public static PageColumn Megabytes { get; } = new("MB/s", ColumnSource.Throughput, 1e-3);

    /// <summary>The price of a page that is touched for the first time.</summary>
    public static PageColumn TimePerPage { get; } = new("ns/page", ColumnSource.TimePerPage);

    /// <summary>How many faults such memory takes.</summary>
    public static PageColumn FaultsPerGiB { get; } =
        new("faults/GiB", ColumnSource.FaultsPerGiB)
        {
            Format = ColumnFormat.Count,
            IsDetail = true,
        };

    /// <summary>Operations a second.</summary>
    /// <param name="method">Whose.</param>
    /// <param name="header">The heading: "Tokens/s".</param>
    public static PageColumn Rate(string method, string header) =>
        new(header, ColumnSource.Rate) { Of = method };

    /// <summary>A metric of rounds.</summary>
    /// <param name="metric">Its name in the run file.</param>
    /// <param name="header">The heading, with the unit.</param>
    /// <param name="unit">How much of the metric is one such unit; above 0.</param>
    public static PageColumn Metric(string metric, string header, double unit = 1) =>
        new(header, ColumnSource.Metric, unit) { Of = metric, IsDetail = true };

    /// <summary>A metric of rounds, over that of a control of the case.</summary>
    /// <param name="metric">Its name in the run file.</param>
    /// <param name="label">The control's: "memory32".</param>
    /// <param name="header">The heading.</param>
    public static PageColumn MetricOver(string metric, string label, string header) =>
        new(header, ColumnSource.MetricOverControl)
        {
            Of = metric,
            Over = label,
            Format = ColumnFormat.Ratio,
            IsDetail = true,
        };
}
