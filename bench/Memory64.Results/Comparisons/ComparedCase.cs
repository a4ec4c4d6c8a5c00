using Memory64.Results.RunFiles;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>A case that both runs measured. Times are nanoseconds for one operation.</summary>
public sealed record ComparedCase
{
    /// <summary>The case as NEW recorded it.</summary>
    public required RunCase Case { get; init; }

    /// <summary>The rounds of BASE in short.</summary>
    public required Summary Base { get; init; }

    /// <summary>The rounds of NEW in short.</summary>
    public required Summary New { get; init; }

    /// <summary>NEW over BASE; above 1 where NEW is slower. See <see cref="RoundStatistics.Ratio"/>.</summary>
    public required double Ratio { get; init; }

    /// <summary>
    /// The interval of the ratio with a confidence of 1 - 2 * alpha (98 % by default), without assuming a distribution:
    /// <see cref="MannWhitney.RatioInterval"/>. But for ties a case is slower exactly where it lies above 1 + threshold,
    /// faster where it lies below 1 / (1 + threshold), and same where it lies between the two. Null with too few rounds.
    /// </summary>
    public required Interval? Interval { get; init; }

    /// <summary>NEW - BASE in nanoseconds. See <see cref="RoundStatistics.Shift"/>.</summary>
    public required double Shift { get; init; }

    /// <summary>The effect size: shift over spread. Null where no spread is known. See <see cref="RoundStatistics.Disparity"/>.</summary>
    public required double? Disparity { get; init; }

    /// <summary>
    /// The two-sided p-value of "NEW and BASE differ, be it ever so little"; above 0, 1 at most. The verdict doesn't come
    /// from it, as that asks for a difference that matters. See <see cref="MannWhitney.TwoSided"/>.
    /// </summary>
    public required double PValue { get; init; }

    /// <summary>Whether one run of one machine measured both, which interleaves their rounds.</summary>
    public required bool IsInterleaved { get; init; }

    /// <summary>What may be said.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What a side says of its row, such as that it was measured on fewer cores; null where neither does.</summary>
    public required string? Remark { get; init; }

    /// <summary>The case against its controls, for those that both runs measured and name alike; in the order of the case.</summary>
    public required IReadOnlyList<ControlRelation> Controls { get; init; }
}
