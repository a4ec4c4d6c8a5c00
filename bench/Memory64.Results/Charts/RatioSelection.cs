using Memory64.Results.Comparisons;
using Memory64.Results.Highlights;
using Memory64.Results.Statistics;

namespace Memory64.Results.Charts;

/// <summary>Which two cases of an engine make a value of a series.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Over">The numerator.</param>
/// <param name="Under">The denominator.</param>
internal sealed record RatioSelection(string Name, CaseSelection Over, CaseSelection Under)
{
    private static readonly double Alpha = new ComparisonOptions().Alpha;

    public RatioSelection(string name, string benchmark, CasePattern over, CasePattern under)
        : this(name, new CaseSelection(name, benchmark, over), new(name, benchmark, under)) { }

    /// <summary>The ratio on each engine that measured both.</summary>
    public ChartSeries Series(IEnumerable<ChartEngine> engines) =>
        new(
            Name,
            [
                .. from engine in engines
                let over = Over.In(engine.Results).FirstOrDefault()
                let under = Under.In(engine.Results).FirstOrDefault()
                where over is not null && under is not null && over.Case.IsOfRunOf(under.Case)
                select Point(engine.Id, over.Case.Values, under.Case.Values),
            ]
        );

    private static ChartPoint Point(
        string engine,
        IReadOnlyList<double> over,
        IReadOnlyList<double> under
    ) =>
        new(
            engine,
            RoundStatistics.Ratio(over, under),
            MannWhitney.RatioInterval(over, under, Alpha)
        );
}
