using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>A case that both runs measured. Times are nanoseconds for one operation.</summary>
public sealed record ComparedCase
{
    /// <summary>The case as NEW recorded it.</summary>
    public required RunCase Case { get; init; }

    /// <summary>
    /// The rounds of BASE in short: of its slices where the two fought each other, of its levels where the ratio is of these. Null
    /// where the ratio is a product of duels: the two never met.
    /// </summary>
    public required Summary? Base { get; init; }

    /// <summary>The rounds of NEW in short, likewise.</summary>
    public required Summary? New { get; init; }

    /// <summary>The levels of both sides; null where the two fought each other, which says more.</summary>
    public (Summary Base, Summary New)? Levels { get; init; }

    /// <summary>NEW over BASE: by duels of the two engines where they fought any, else by the levels of each.</summary>
    public required Relation Relation { get; init; }

    /// <summary>
    /// The versions over which the ratio is a product of duels, from BASE to NEW; empty where the two fought each other, or where
    /// there are levels only.
    /// </summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>
    /// NEW - BASE in nanoseconds; of duels the centre of the rounds' differences, null of a product. See
    /// <see cref="RoundStatistics.Shift"/>.
    /// </summary>
    public required double? Shift { get; init; }

    /// <summary>
    /// The effect size: shift over spread. Null where no spread is known, and of a product. See
    /// <see cref="RoundStatistics.Disparity"/>.
    /// </summary>
    public required double? Disparity { get; init; }

    /// <summary>Whether both met the same machine: in duels, or because one run interleaved their rounds.</summary>
    public bool IsInterleaved { get; init; } = true;

    /// <summary>How the code of the case's loop differs; null where that isn't known.</summary>
    public required CodeDifference? Code { get; init; }

    /// <summary>
    /// Whether it is slower or faster by the same code, of the same guest with the same settings: then it is the machine, or code
    /// outside the loop.
    /// </summary>
    public bool IsDoubted =>
        Relation.Verdict is Verdict.Faster or Verdict.Slower && Code is { IsSame: true };

    /// <summary>What a side says of its row, such as that it was measured on fewer cores; null where neither does.</summary>
    public string? Remark { get; init; }

    /// <summary>The case against its controls, for those that both runs measured and name alike; in the order of the case.</summary>
    public IReadOnlyList<ControlRelation> Controls { get; init; } = [];

    /// <summary>By the duel of the two.</summary>
    internal static ComparedCase Of(
        RunCase newCase,
        DuelStep duel,
        ComparisonOptions options,
        CodeDifference? code
    ) =>
        new()
        {
            Case = newCase,
            Base = RoundStatistics.Summarize(duel.BaseTimes),
            New = RoundStatistics.Summarize(duel.NewTimes),
            Relation = Relation
                .OfDuel(duel.Ratios, options)
                .WithTimes(duel.NewTimes, duel.BaseTimes),
            Steps = [],
            Shift = RoundStatistics
                .Summarize([.. duel.NewTimes.Zip(duel.BaseTimes, (now, old) => now - old)])
                .Center,
            Disparity = RoundStatistics.Disparity(duel.NewTimes, duel.BaseTimes),
            Code = code,
        };

    /// <summary>By the product of several duels.</summary>
    internal static ComparedCase Of(
        RunCase newCase,
        IReadOnlyList<DuelStep> steps,
        ComparisonOptions options,
        CodeDifference? code
    ) =>
        new()
        {
            Case = newCase,
            Base = null,
            New = null,
            Relation = Relation.OfSteps([.. steps.Select(step => step.Ratios)], options),
            Steps = [steps[0].Base, .. steps.Select(step => step.New)],
            Shift = null,
            Disparity = null,
            Code = code,
        };

    /// <summary>By the levels of both.</summary>
    internal static ComparedCase OfLevels(
        RunCase newCase,
        IReadOnlyList<double> baseValues,
        ComparisonOptions options,
        CodeDifference? code
    )
    {
        var values = newCase.Values;
        var (older, newer) = (
            RoundStatistics.Summarize(baseValues),
            RoundStatistics.Summarize(values)
        );
        return new()
        {
            Case = newCase,
            Base = older,
            New = newer,
            Levels = (older, newer),
            Relation = Relation.OfLevels(values, baseValues, options),
            Steps = [],
            Shift = RoundStatistics.Shift(values, baseValues),
            Disparity = RoundStatistics.Disparity(values, baseValues),
            Code = code,
        };
    }
}
