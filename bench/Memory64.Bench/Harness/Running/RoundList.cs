namespace Memory64.Bench.Harness.Running;

/// <summary>All rounds of a run, in the order in which they ended.</summary>
/// <param name="before">Those of earlier sittings.</param>
public sealed class RoundList(IReadOnlyList<RoundResult> before) : IMeasurementObserver
{
    private readonly List<RoundResult> _all = [.. before];

    /// <summary>The rounds.</summary>
    public IReadOnlyList<RoundResult> All => _all;

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round) { }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result) => _all.Add(result);
}
