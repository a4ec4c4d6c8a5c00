using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Results.Relations;

/// <summary>How one case stands to another: the ratio of their times, and what may be said of it.</summary>
public sealed record Relation
{
    /// <summary>Beyond this margin the rounds say next to nothing: the verdict is unsure.</summary>
    public const double WidestMargin = 0.25;

    /// <summary>The one over the other; above 1 where it takes longer.</summary>
    public required double Ratio { get; init; }

    /// <summary>
    /// The interval of the ratio with a confidence of 1 - 2 * alpha or more (98 % by default), without assuming a distribution.
    /// Null with too few rounds.
    /// </summary>
    public required Interval? Interval { get; init; }

    /// <summary>The two-sided p-value of "the two differ, be it ever so little".</summary>
    public required double PValue { get; init; }

    /// <summary>What may be said.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What it comes from.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>
    /// The times of both sides in nanoseconds for one operation: of a duel those of its own slices, of levels those of the rounds.
    /// They lie about the middle of the two sides' centres (their geometric mean), as far apart as <see cref="Ratio"/> says. The
    /// centres themselves may lie otherwise: a median of ratios is not the ratio of two medians, and near 1 the two may be on
    /// different sides of it. Null where they weren't asked for.
    /// </summary>
    public (double Over, double Under)? Times { get; init; }

    /// <summary>Rounds of the side, or of the step, that has the fewest.</summary>
    public required int Rounds { get; init; }

    /// <summary>
    /// By how much the two may differ at most, as far as the rounds show: 0.041 where neither takes more than 1.041 times as long
    /// as the other. Null with too few rounds.
    /// </summary>
    public double? Margin =>
        Interval is { } interval ? Math.Max(interval.Upper, 1 / interval.Lower) - 1 : null;

    /// <summary>Whether the rounds neither show a difference that matters nor that there is none.</summary>
    public bool IsOpen => Verdict is Verdict.SameWithin or Verdict.Unsure or Verdict.TooFewRounds;

    /// <summary>The other over the one.</summary>
    public Relation Inverse =>
        this with
        {
            Ratio = 1 / Ratio,
            Times = Times is var (over, under) ? (under, over) : null,
            Interval = Interval is { } interval
                ? new(1 / interval.Upper, 1 / interval.Lower)
                : null,
            Verdict = Verdict switch
            {
                Verdict.Faster => Verdict.Slower,
                Verdict.Slower => Verdict.Faster,
                var same => same,
            },
        };

    /// <summary>What a duel says. The sample is of the logarithms of its rounds' ratios.</summary>
    /// <param name="ratios">The ratio of each round; at least one, each above 0.</param>
    /// <param name="options">Alpha and threshold.</param>
    public static Relation OfDuel(IReadOnlyList<double> ratios, ComparisonOptions options)
    {
        double[] logarithms = [.. ratios.Select(ratio => Math.Log(ratio))];
        var alpha = Looks.AlphaAt(ratios.Count, options.Alpha);
        var limit = Math.Log(1 + options.Threshold);
        var interval = SignedRank.CenterInterval(logarithms, alpha) is { } found
            ? new Interval(Math.Exp(found.Lower), Math.Exp(found.Upper))
            : null;
        return new()
        {
            Ratio = Math.Exp(RoundStatistics.Summarize(logarithms).Center),
            Interval = interval,
            PValue = SignedRank.TwoSided(logarithms, 0),
            Verdict =
                interval is null ? Verdict.TooFewRounds
                : SignedRank.Greater(logarithms, limit) < alpha ? Verdict.Slower
                : SignedRank.Less(logarithms, -limit) < alpha ? Verdict.Faster
                : SignedRank.Less(logarithms, limit) < alpha
                && SignedRank.Greater(logarithms, -limit) < alpha
                    ? Verdict.Same
                : Open(interval),
            Evidence = Evidence.Duels,
            Rounds = ratios.Count,
        };
    }

    /// <summary>What the levels of two cases say.</summary>
    /// <param name="over">Round values of the one, each above 0; at least one.</param>
    /// <param name="under">Round values of the other, likewise.</param>
    /// <param name="options">Alpha and threshold.</param>
    public static Relation OfLevels(
        IReadOnlyList<double> over,
        IReadOnlyList<double> under,
        ComparisonOptions options
    )
    {
        var interval = MannWhitney.RatioInterval(over, under, options.Alpha);
        var verdict = EquivalenceTest.Decide(under, over, options);
        return new()
        {
            Ratio = RoundStatistics.Ratio(over, under),
            Interval = interval,
            PValue = MannWhitney.TwoSided(over, under),
            Verdict = verdict == Verdict.Unsure && interval is not null ? Open(interval) : verdict,
            Evidence = Evidence.Levels,
            Rounds = Math.Min(over.Count, under.Count),
        };
    }

    /// <summary>
    /// The product of steps, each of which was a duel: the sample is of the products of their rounds, the first of each, the second of each
    /// and so on, as far as all have one. Rounds are independent, and a sum of symmetric logarithms is symmetric, so what holds of a duel's
    /// rounds holds of these.
    /// </summary>
    /// <param name="steps">The ratios of the rounds of each step; at least one step, each with a round.</param>
    /// <param name="options">Alpha and threshold.</param>
    public static Relation OfSteps(
        IReadOnlyList<IReadOnlyList<double>> steps,
        ComparisonOptions options
    ) =>
        OfDuel(
            [
                .. Enumerable
                    .Range(0, steps.Min(step => step.Count))
                    .Select(round => steps.Aggregate(1.0, (all, step) => all * step[round])),
            ],
            options
        );

    /// <summary>
    /// How two cases of one run file stand to each other: by the duel of the two where they fought one, else by their levels
    /// where one run measured both; null where neither can be said.
    /// </summary>
    /// <param name="over">The one.</param>
    /// <param name="under">The other.</param>
    /// <param name="options">Alpha and threshold; the defaults where null.</param>
    public static Relation? Of(RunCase over, RunCase under, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(over);
        ArgumentNullException.ThrowIfNull(under);
        var chosen = options ?? new();
        return DuelWith(over, under.Id) is { } duel ? OfDuel(duel, chosen)
            : DuelWith(under, over.Id) is { } inverse ? OfDuel(inverse, chosen).Inverse
            : over.Status == CaseStatus.Measured
            && under.Status == CaseStatus.Measured
            && over.IsOfRunOf(under)
                ? OfLevels(over.Values, under.Values, chosen).WithTimes(over.Values, under.Values)
            : null;
    }

    /// <summary>
    /// How a case stands to one that its file doesn't have: by the duel of the two; null where they fought none.
    /// </summary>
    /// <param name="over">The case.</param>
    /// <param name="opponent">The id of the other.</param>
    public static Relation? Of(RunCase over, string opponent)
    {
        ArgumentNullException.ThrowIfNull(over);
        return DuelWith(over, opponent) is { } duel ? OfDuel(duel, new()) : null;
    }

    private static Relation OfDuel(RunDuel duel, ComparisonOptions options) =>
        OfDuel(duel.Values, options)
            .WithTimes(
                [.. duel.Rounds.Select(round => round.Subject)],
                [.. duel.Rounds.Select(round => round.Opponent)]
            );

    /// <summary>The relation with <see cref="Times"/>.</summary>
    /// <param name="over">Times of the one, an entry a round; at least one, each above 0.</param>
    /// <param name="under">Times of the other, likewise.</param>
    internal Relation WithTimes(IReadOnlyList<double> over, IReadOnlyList<double> under)
    {
        var middle = Math.Sqrt(
            RoundStatistics.Summarize(over).Center * RoundStatistics.Summarize(under).Center
        );
        var half = Math.Sqrt(Ratio);
        return this with { Times = (middle * half, middle / half) };
    }

    /// <summary>The duel with another case on the same engine, if it was fought.</summary>
    internal static RunDuel? DuelWith(RunCase runCase, string opponent) =>
        runCase.Status == CaseStatus.Measured
            ? runCase.Duels.FirstOrDefault(duel =>
                duel.Engine is null && duel.Case == opponent && duel.Rounds.Count > 0
            )
            : null;

    private static Verdict Open(Interval interval) =>
        Math.Max(interval.Upper, 1 / interval.Lower) - 1 <= WidestMargin
            ? Verdict.SameWithin
            : Verdict.Unsure;
}
