namespace Memory64.Results.Book;

/// <summary>A metric of rounds that a class's tables show: its median over the rounds.</summary>
/// <param name="Metric">Its name in the run file.</param>
/// <param name="Header">The heading, with the unit: "Code (KiB)".</param>
/// <param name="UnitSize">How much of the metric is one such unit; above 0.</param>
public sealed record MetricColumn(string Metric, string Header, double UnitSize)
{
    /// <summary>Whether the power of ten says most, as of an error: then 3.6e-4 is shown, not 0.000360.</summary>
    public bool IsScientific { get; init; }
}
