using System.Globalization;
using Memory64.Results.Relations;
using Memory64.Results.Statistics;
using Memory64.Results.Units;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// Which rounds of a plan are worth their time, decided before each of them: all that the plan says as long as they fit into the
/// budget, and more where that decides a duel. It goes by how long processes took, so that a run that goes on decides alike.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="spent">What was spent before the first round; null for <see cref="MeasurementPlan.Overhead"/>.</param>
public sealed class RoundSchedule(MeasurementPlan plan, TimeSpan? spent = null)
    : IMeasurementObserver
{
    // A machine that becomes slower takes a round from cases that have all others, and so their verdicts, unless time is left for that.
    private const double Reserve = 0.1;

    private const int DearFactor = 4;

    private readonly Dictionary<PlannedCase, (int Rounds, TimeSpan Time)> _measured = [];
    private readonly Dictionary<(PlannedCase, PlannedDuel), List<double>> _ratios = [];
    private readonly Dictionary<PlannedCase, IReadOnlyList<PlannedDuel>> _open = [];
    private readonly HashSet<PlannedCase> _failed = [];
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private TimeSpan _spent = spent ?? MeasurementPlan.Overhead;
    private int _roundPlanned = 1;

    /// <summary>Alpha and threshold by which a duel is decided.</summary>
    public ComparisonOptions Options { get; init; } = new();

    /// <summary>By which share each slice of a subject is prolonged, to see what the duels find of it.</summary>
    public double Handicap { get; init; }

    /// <summary>Rounds that are planned at most, those included that only undecided duels have.</summary>
    public int MostRounds => plan.DecidesMore ? Looks.Last : plan.Rounds;

    /// <summary>Whether a round is to be measured now. Rounds are asked for in their order.</summary>
    public bool Wants(PlannedCase planned, int round)
    {
        if (round > plan.Rounds)
        {
            return DuelsOf(planned, round).Count > 0 && FitsOnce(planned);
        }

        if (round > _roundPlanned)
        {
            _roundPlanned = round;
            DropWhatDoesNotFit(round);
        }

        if (round == 1 && _spent >= plan.Budget)
        {
            _ = _dropped.Add(planned.Case.Id);
        }

        return IsPlanned(planned, round);
    }

    /// <summary>
    /// Whether a round will be wanted, as far as that is known while an earlier one is measured; unlike <see cref="Wants"/> it decides
    /// nothing.
    /// </summary>
    public bool Foresees(PlannedCase planned, int round) =>
        round <= plan.Rounds
            ? IsPlanned(planned, round)
            : !Looks.IsAt(round - 1)
                && _open.GetValueOrDefault(planned, []).Count > 0
                && FitsOnce(planned);

    /// <summary>The duels of a round: all of the case's, and beyond the plan's rounds those that the last look left open.</summary>
    public IReadOnlyList<PlannedDuel> DuelsOf(PlannedCase planned, int round)
    {
        if (round <= plan.Rounds)
        {
            return planned.Duels;
        }

        if (Looks.IsAt(round - 1))
        {
            _open[planned] = _failed.Contains(planned)
                ? []
                : [.. planned.Duels.Where(duel => IsOpen(planned, duel, round - 1))];
        }

        return _open.GetValueOrDefault(planned, []);
    }

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round) { }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result)
    {
        var planned = result.Planned;
        var (rounds, time) = _measured.GetValueOrDefault(planned);
        _measured[planned] = (rounds + 1, time + result.Duration);
        _spent += result.Duration;
        if (result.Outcome.Failure is not null)
        {
            _ = _failed.Add(planned);
        }

        foreach (var outcome in result.Outcome.Duels ?? [])
        {
            if (
                planned.Duels.FirstOrDefault(duel =>
                    (duel.Engine.Id, duel.Case.Id) == (outcome.Engine, outcome.Case)
                ) is
                { } duel
            )
            {
                _ratios.TryAdd((planned, duel), []);
                _ratios[(planned, duel)].Add(outcome.Ratio);
            }
        }
    }

    /// <summary>Whether a round of a case takes several times as long as one of most others, as far as they were measured.</summary>
    public bool IsDear(PlannedCase planned) =>
        _measured.Count > 0
        && ExpectedTime(planned)
            > DearFactor
                * TimeSpan.FromTicks(
                    (long)
                        RoundStatistics.Median([
                            .. plan.Measured.Select(other => (double)ExpectedTime(other).Ticks),
                        ])
                );

    /// <summary>What the budget left out of a case, in words; <see langword="null"/> where nothing.</summary>
    public string? LeftOut(PlannedCase planned) =>
        _dropped.Contains(planned.Case.Id)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"left out from round {_measured.GetValueOrDefault(planned).Rounds + 1} on: a budget of {DurationText.Format(plan.Budget)} has no time for all cases"
            )
            : null;

    /// <summary>How many cases the budget left out, wholly or of some rounds.</summary>
    public int LeftOutCount => _dropped.Count;

    /// <summary>How long the rest takes at most: what the plan says and fits, and after that what is left of the budget.</summary>
    public TimeSpan Left()
    {
        var left = plan.Budget - _spent;
        var planned = Sum(
            plan.Measured.Where(p => !_dropped.Contains(p.Case.Id)).Select(TimeOfPlannedRounds)
        );
        var more = Sum(
            plan.Measured.Where(p => plan.DecidesMore && IsOpen(p))
                .Select(p => ExpectedTime(p) * RoundsToLook(p))
        );
        return planned + more < left ? planned + more
            : left > TimeSpan.Zero ? left
            : TimeSpan.Zero;
    }

    // Once it has its rounds: whether it gets more.
    private bool IsOpen(PlannedCase planned)
    {
        var rounds = _measured.GetValueOrDefault(planned).Rounds;
        return rounds >= plan.Rounds
            && rounds < Looks.Last
            && !_failed.Contains(planned)
            && (
                Looks.IsAt(rounds)
                    ? planned.Duels.Any(duel => IsOpen(planned, duel, rounds))
                    : _open.GetValueOrDefault(planned, []).Count > 0
            );
    }

    private bool IsPlanned(PlannedCase planned, int round) =>
        round <= plan.RoundsOf(planned) && !_dropped.Contains(planned.Case.Id);

    private int RoundsToLook(PlannedCase planned)
    {
        var rounds = _measured[planned].Rounds;
        return Enumerable.Range(rounds + 1, Looks.Last).First(Looks.IsAt) - rounds;
    }

    // Main cases stay longest, those that the smaller profiles have. Of one profile the slowest goes first: for the time of one growth
    // that relocates gigabytes, a hundred others keep their rounds. The last one takes time from nobody, so it goes on as long as a round
    // fits: the first round, which starts and compiles, tells too much of the others.
    private void DropWhatDoesNotFit(int round)
    {
        var reserve = round == 2 ? 1 + Reserve : 1;
        List<(string Case, TimeSpan Left, TimeSpan Round)> kept =
        [
            .. plan
                .Measured.Where(planned => !_dropped.Contains(planned.Case.Id))
                .GroupBy(planned => planned.Case)
                .OrderBy(engines => engines.Key.Description.Profile)
                .ThenBy(engines => Sum(engines.Select(ExpectedTime)))
                .Select(engines =>
                    (
                        engines.Key.Id,
                        Sum(engines.Select(TimeOfPlannedRounds)) * reserve,
                        Sum(engines.Select(ExpectedTime))
                    )
                ),
        ];
        var time = Sum(kept.Select(c => c.Left));
        while (kept.Count > 1 && _spent + time > plan.Budget)
        {
            time -= kept[^1].Left;
            _ = _dropped.Add(kept[^1].Case);
            kept.RemoveAt(kept.Count - 1);
        }

        if (kept is [var last] && _spent + last.Round > plan.Budget)
        {
            _ = _dropped.Add(last.Case);
        }
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) =>
        times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);

    // A run that goes on has some of them already.
    private TimeSpan TimeOfPlannedRounds(PlannedCase planned) =>
        ExpectedTime(planned)
        * Math.Max(0, plan.RoundsOf(planned) - _measured.GetValueOrDefault(planned).Rounds);

    private bool FitsOnce(PlannedCase planned) => _spent + ExpectedTime(planned) <= plan.Budget;

    private TimeSpan ExpectedTime(PlannedCase planned)
    {
        if (_measured.TryGetValue(planned, out var measured))
        {
            return measured.Time / measured.Rounds;
        }

        var rounds = _measured.Values.Sum(m => m.Rounds);
        return rounds == 0
            ? TimeSpan.FromSeconds(1)
            : Sum(_measured.Values.Select(m => m.Time)) / rounds;
    }

    // One that shows its own bias is a check, not a question.
    private bool IsOpen(PlannedCase planned, PlannedDuel duel, int rounds) =>
        !duel.IsSelf(planned)
        && _ratios.TryGetValue((planned, duel), out var ratios)
        && ratios.Count == rounds
        && Relation.OfDuel(ratios, Options).IsOpen;
}
