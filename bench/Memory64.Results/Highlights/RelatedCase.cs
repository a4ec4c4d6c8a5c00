using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles;
using Memory64.Results.Statistics;
using Memory64.Results.Units;

namespace Memory64.Results.Highlights;

/// <summary>A case against one of its controls, within one run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Label">What the control is, such as memory32.</param>
/// <param name="Ratio">The case over its control. See <see cref="RoundStatistics.Ratio"/>.</param>
/// <param name="Interval">Its interval; null with too few rounds. See <see cref="MannWhitney.RatioInterval"/>.</param>
/// <param name="Verdict">What may be said of the case against its control.</param>
internal sealed record RelatedCase(
    RunCase Case,
    string Label,
    double Ratio,
    Interval? Interval,
    Verdict Verdict
)
{
    /// <summary>The case with its ratio in words.</summary>
    public string Text
    {
        get
        {
            var between = Interval is { } interval
                ? $", between {RatioText.Format(interval.Lower)} and {RatioText.Format(interval.Upper)}"
                : "";
            return $"{Case.Id} {RatioText.Format(Ratio)}{between}";
        }
    }

    /// <summary>Judges a case against a control as two runs are judged against each other.</summary>
    public static RelatedCase Of(RunCase runCase, string label, RunCase control)
    {
        var options = new ComparisonOptions();
        var (values, controls) = (runCase.Values, control.Values);
        return new(
            runCase,
            label,
            RoundStatistics.Ratio(values, controls),
            MannWhitney.RatioInterval(values, controls, options.Alpha),
            EquivalenceTest.Decide(controls, values, options)
        );
    }
}
