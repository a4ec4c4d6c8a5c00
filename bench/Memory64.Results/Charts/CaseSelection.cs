using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Charts;

/// <summary>Which cases make a series.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Benchmark">Their benchmark class.</param>
/// <param name="Pattern">Which of its cases.</param>
internal sealed record CaseSelection(string Name, string Benchmark, CasePattern Pattern)
{
    /// <summary>The cases of a run that were measured.</summary>
    public IEnumerable<CaseResult> In(RunResults results) =>
        results.Cases.Where(r =>
            r.Summary is not null && r.Case.Benchmark == Benchmark && Pattern.Matches(r.Case)
        );

    /// <summary>A value for each of them.</summary>
    public ChartSeries Series(RunResults results, Func<RunCase, string> category) =>
        new(Name, [.. In(results).Select(r => ChartPoint.Of(category(r.Case), r.Summary!))]);

    /// <summary>A value for each engine, of the one case that is meant.</summary>
    public ChartSeries Series(IEnumerable<ChartEngine> engines) =>
        new(
            Name,
            [
                .. from engine in engines
                let found = In(engine.Results).FirstOrDefault()
                where found is not null
                select ChartPoint.Of(engine.Id, found.Summary!),
            ]
        );
}
