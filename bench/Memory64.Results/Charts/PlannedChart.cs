using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>Makes a chart of its plan and of what engines measured.</summary>
internal static class PlannedChart
{
    private static readonly double Alpha = new ComparisonOptions().Alpha;

    /// <summary>The cases of one engine.</summary>
    public static Chart Of(ChartPlan plan, ChartEngine engine) =>
        Of(
            plan,
            $"{plan.Title}, {engine.Results.Run.Engine.TitleAs(engine.Id)}",
            plan.Series.SelectMany(s => s.Points).Select(p => p.Category).Distinct(),
            series => series.Points.Select(p => PointOf(plan, p, p.Category, engine.Results))
        );

    /// <summary>One case, or two, of each engine.</summary>
    public static Chart Of(ChartPlan plan, IReadOnlyList<ChartEngine> engines) =>
        Of(
            plan,
            plan.Title,
            engines.Select(e => e.Id),
            series => engines.Select(e => PointOf(plan, series.Points.Single(), e.Id, e.Results))
        );

    private static Chart Of(
        ChartPlan plan,
        string title,
        IEnumerable<string> categories,
        Func<SeriesPlan, IEnumerable<ChartPoint?>> points
    )
    {
        List<ChartSeries> series =
        [
            .. plan.Series.Select(s => new ChartSeries(
                s.Name,
                [.. points(s).OfType<ChartPoint>()]
            )),
        ];
        return new()
        {
            Name = plan.Name,
            Title = title,
            Whiskers = Whiskers(plan.Value, series),
            Shape = plan.Shape,
            IsLogarithmic = plan.IsLogarithmic,
            CategoryTitle = plan.CategoryTitle,
            ValueTitle = plan.ValueTitle,
            Scale = ScaleOf(plan.Value),
            Categories = [.. categories],
            Series = series,
            Reference = plan.Value == ChartValue.Ratio ? 1 : null,
        };
    }

    private static string Whiskers(ChartValue value, List<ChartSeries> series)
    {
        if (value == ChartValue.CheckInstructions)
        {
            return "Instructions are counted, so there are no whiskers";
        }

        List<ChartPoint> points = [.. series.SelectMany(s => s.Points)];
        var ofLevels = points.Any(p => p.IsOfLevels)
            ? "; ≈ as in the tables, these are ratios of levels"
            : "";
        if (points.All(p => p.Whisker is null))
        {
            return $"There are no whiskers: the rounds are too few, or too far apart, to say how far a value may be off{ofLevels}";
        }

        var some = points.Any(p => p.Whisker is null)
            ? "; a value whose rounds are too few for that has none"
            : "";
        return value == ChartValue.Ratio
            ? $"Whiskers are the {PercentText.Format(1 - (2 * Alpha))} interval of the ratio{some}{ofLevels}"
            : $"Whiskers show how far two rounds typically differ, the ± of the tables{some}";
    }

    private static Scale ScaleOf(ChartValue value) =>
        value switch
        {
            ChartValue.TimePerAccess => Scale.TimePerAccess,
            ChartValue.Throughput => Scale.Throughput,
            ChartValue.Rate => Scale.Rate,
            ChartValue.Ratio => Scale.Ratio,
            ChartValue.CheckInstructions => Scale.Instructions,
            _ => Scale.Time,
        };

    private static ChartPoint? PointOf(
        ChartPlan plan,
        PointPlan point,
        string category,
        RunResults results
    ) =>
        Find(point.Case, results) is not { } found ? null
        : plan.Value == ChartValue.Ratio
            ? point.Under is { } under && Find(under, results) is { } control
                    ? RatioOf(category, found, control, results)
                : null
        : plan.Value == ChartValue.CheckInstructions
            ? found.Case.Code is { } code ? new(category, code.CheckPerOperation, Whisker: null)
                : null
        : plan.Value == ChartValue.Rate ? ChartPoint.OfRate(category, found.Summary!)
        : plan.Value != ChartValue.Throughput ? ChartPoint.Of(category, found.Summary!)
        : found.Case.Bytes > 0 ? ChartPoint.OfThroughput(category, found.Summary!, found.Case.Bytes)
        : null;

    private static ChartPoint? RatioOf(
        string category,
        CaseResult over,
        CaseResult under,
        RunResults results
    ) =>
        results.Relation(over.Case, under.Case.Id) is { } relation
            ? new(category, relation.Ratio, relation.Interval)
            {
                IsOfLevels = relation.Evidence == Evidence.Levels,
            }
            : null;

    private static CaseResult? Find(CasePattern pattern, RunResults results) =>
        results.Cases.FirstOrDefault(r => r.Summary is not null && pattern.Matches(r.Case.Name));
}
