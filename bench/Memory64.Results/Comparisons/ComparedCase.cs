using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>A case that both runs measured. Times are nanoseconds for one operation.</summary>
public sealed record ComparedCase
{
    /// <summary>The case as NEW recorded it.</summary>
    public required RunCase Case { get; init; }

    /// <summary>The rounds of BASE in short: of its slices where the two fought each other, else of its levels.</summary>
    public required Summary Base { get; init; }

    /// <summary>The rounds of NEW in short, likewise.</summary>
    public required Summary New { get; init; }

    /// <summary>NEW over BASE: by duels of the two engines where they fought any, else by the levels of each.</summary>
    public required Relation Relation { get; init; }

    /// <summary>
    /// The versions over which the ratio is a product of duels, from BASE to NEW; empty where the two fought each other, or where
    /// there are levels only.
    /// </summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>NEW - BASE in nanoseconds; of duels the centre of the rounds' differences. See <see cref="RoundStatistics.Shift"/>.</summary>
    public required double Shift { get; init; }

    /// <summary>The effect size: shift over spread. Null where no spread is known. See <see cref="RoundStatistics.Disparity"/>.</summary>
    public required double? Disparity { get; init; }

    /// <summary>Whether both met the same machine: in duels, or because one run interleaved their rounds.</summary>
    public required bool IsInterleaved { get; init; }

    /// <summary>How the code of the case's loop differs; null where that isn't known.</summary>
    public required CodeDifference? Code { get; init; }

    /// <summary>
    /// Whether it is slower or faster by the same code, of the same guest with the same settings: then it is the machine, or code
    /// outside the loop.
    /// </summary>
    public bool IsDoubted =>
        Relation.Verdict is Verdict.Faster or Verdict.Slower && Code is { IsSame: true };

    /// <summary>What a side says of its row, such as that it was measured on fewer cores; null where neither does.</summary>
    public required string? Remark { get; init; }

    /// <summary>The case against its controls, for those that both runs measured and name alike; in the order of the case.</summary>
    public required IReadOnlyList<ControlRelation> Controls { get; init; }
}
