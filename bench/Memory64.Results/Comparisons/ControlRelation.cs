using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>
/// How a case stands to its control in both runs. Where the runs are of two machines, their ratio tells what is dearer in
/// NEW beyond the machine as such.
/// </summary>
/// <param name="Label">What the control is, such as memory32.</param>
/// <param name="ControlId">The id of the control's case.</param>
/// <param name="Base">The case over its control in BASE; above 0.</param>
/// <param name="New">The case over its control in NEW; above 0.</param>
/// <param name="Interval">
/// The interval of <see cref="Ratio"/> with a confidence of at least 1 - 2 * alpha (98 % by default), without assuming a
/// distribution: <see cref="RatioOfRatios.Interval"/>. Null with too few rounds.
/// </param>
public sealed record ControlRelation(
    string Label,
    string ControlId,
    double Base,
    double New,
    Interval? Interval
)
{
    /// <summary>(NEW / its control) / (BASE / its control); above 0.</summary>
    public double Ratio => New / Base;
}
