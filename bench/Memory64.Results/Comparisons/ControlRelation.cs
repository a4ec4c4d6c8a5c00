using Memory64.Results.Relations;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>
/// How a case stands to its control in both runs. Where the runs are of two machines, their ratio tells what is dearer in
/// NEW beyond the machine as such.
/// </summary>
/// <param name="Label">What the control is, such as memory32.</param>
/// <param name="ControlId">The id of the control's case.</param>
/// <param name="Base">The case over its control in BASE, at half of alpha.</param>
/// <param name="New">The case over its control in NEW, likewise.</param>
public sealed record ControlRelation(string Label, string ControlId, Relation Base, Relation New)
{
    /// <summary>(NEW / its control) / (BASE / its control); above 0.</summary>
    public double Ratio => New.Ratio / Base.Ratio;

    /// <summary>
    /// The interval of <see cref="Ratio"/> with a confidence of at least 1 - 2 * alpha (98 % by default), without assuming a
    /// distribution. Null with too few rounds.
    /// </summary>
    public Interval? Interval => RatioOfRatios.Interval(New.Interval, Base.Interval);
}
