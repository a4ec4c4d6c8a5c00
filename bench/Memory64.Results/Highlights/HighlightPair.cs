using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles;

namespace Memory64.Results.Highlights;

/// <summary>Two measured cases that differ in what a question asks about, and in nothing else.</summary>
/// <param name="Over">The case of the numerator.</param>
/// <param name="Under">The case of the denominator.</param>
/// <param name="OverCenter">Its centre in nanoseconds for one operation; above 0.</param>
/// <param name="UnderCenter">The denominator's centre in nanoseconds for one operation; above 0.</param>
public sealed record HighlightPair(
    RunCase Over,
    RunCase Under,
    double OverCenter,
    double UnderCenter
)
{
    /// <summary>The ratio of the centres.</summary>
    public double Ratio => OverCenter / UnderCenter;

    /// <summary>What may be said of the numerator against the denominator.</summary>
    public Verdict Verdict =>
        EquivalenceTest.Decide(Under.Values, Over.Values, new ComparisonOptions());
}
