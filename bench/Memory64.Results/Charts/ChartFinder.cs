namespace Memory64.Results.Charts;

/// <summary>Chooses the charts of a machine. What was not measured is left out: a value, a series, a category, or the whole chart.</summary>
public static class ChartFinder
{
    /// <summary>The charts that the runs give: of the newest engine first, then those over all engines where several have a value.</summary>
    /// <param name="engines">The engines of one machine, at least one, oldest version first; none twice.</param>
    public static IReadOnlyList<Chart> Find(IReadOnlyList<ChartEngine> engines)
    {
        ArgumentNullException.ThrowIfNull(engines);
        var newest = engines[^1];
        List<Chart> ofNewest =
        [
            InstantiationChart.Of(newest),
            AllocationChart.Of(newest),
            AccessChart.Of(newest),
            BandwidthChart.Of(newest),
        ];
        List<Chart> overEngines =
        [
            RatioByEngineChart.Of(engines),
            InstantiationByEngineChart.Of(engines),
            AccessByEngineChart.Of(engines),
        ];
        return
        [
            .. ofNewest.Select(WithoutEmpty).Where(c => c.Series.Count > 0),
            .. overEngines.Select(WithoutEmpty).Where(c => c.Categories.Count > 1),
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
