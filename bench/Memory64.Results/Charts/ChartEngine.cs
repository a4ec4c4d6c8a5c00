using Memory64.Results.Tables;

namespace Memory64.Results.Charts;

/// <summary>An engine as charts show it.</summary>
/// <param name="Id">What the axis says.</param>
/// <param name="Results">The figures of its cases.</param>
public sealed record ChartEngine(string Id, RunResults Results);
