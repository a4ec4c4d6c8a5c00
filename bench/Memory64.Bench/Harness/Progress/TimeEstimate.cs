using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Harness.Progress;

/// <summary>How long the rest takes: each case as long as it took last time, an unseen one as long as the median so far.</summary>
public sealed class TimeEstimate
{
    // Until something has ended: a short round with its process.
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(0.6);

    private readonly MeasurementPlan _plan;
    private readonly Dictionary<PlannedCase, (int Rounds, TimeSpan Last)> _seen = [];

    /// <summary>Estimates a plan of which some rounds may have ended in an earlier sitting.</summary>
    public TimeEstimate(MeasurementPlan plan, IReadOnlyCollection<RoundResult>? ended = null)
    {
        _plan = plan;
        foreach (var result in ended ?? [])
        {
            Add(result);
        }
    }

    /// <summary>Takes note of a round that has ended.</summary>
    public void Add(RoundResult result) => _seen[result.Planned] = (result.Round, result.Duration);

    /// <summary>Time left for all rounds that haven't ended.</summary>
    public TimeSpan Left()
    {
        var sorted = _seen.Values.Select(seen => seen.Last).Order().ToList();
        var median = sorted.Count == 0 ? Unseen : sorted[sorted.Count / 2];
        return _plan.Measured.Aggregate(
            TimeSpan.Zero,
            (sum, planned) =>
                sum
                + (
                    _seen.TryGetValue(planned, out var seen)
                        ? seen.Last * (_plan.Rounds - seen.Rounds)
                        : median * _plan.Rounds
                )
        );
    }
}
