using Memory64.Results.Book;

namespace Memory64.Results.Charts;

/// <summary>Draws up the charts of a machine. What was not measured is left out: a value, a series, a category, or the whole chart.</summary>
public static class ChartFinder
{
    /// <summary>The charts of several values that the runs give: of the newest engine first, then those over all engines where several have a value.</summary>
    /// <param name="engines">The engines of one machine, at least one, oldest version first; none twice.</param>
    /// <param name="book">What there is to draw.</param>
    public static IReadOnlyList<Chart> Find(IReadOnlyList<ChartEngine> engines, SuiteBook book)
    {
        ArgumentNullException.ThrowIfNull(engines);
        ArgumentNullException.ThrowIfNull(book);
        var plans = book.Charts.ToLookup(plan => plan.IsOverEngines);
        return
        [
            .. plans[false]
                .Select(plan => WithoutEmpty(PlannedChart.Of(plan, engines[^1])))
                // One value alone is set against nothing.
                .Where(c => c.Series.Sum(s => s.Points.Count) > 1),
            .. plans[true]
                .Select(plan => WithoutEmpty(PlannedChart.Of(plan, engines)))
                // Zeros alone would have no axis.
                .Where(c =>
                    c.Categories.Count > 1
                    && c.Series.SelectMany(s => s.Points).Any(p => p.Value > 0)
                ),
        ];
    }

    private static Chart WithoutEmpty(Chart chart)
    {
        var shown = chart.Series.SelectMany(s => s.Points).Select(p => p.Category).ToHashSet();
        return chart with
        {
            Categories = [.. chart.Categories.Where(shown.Contains)],
            Series = [.. chart.Series.Where(s => s.Points.Count > 0)],
        };
    }
}
