namespace Memory64.Bench.Harness.Running;

/// <summary>Lets several observers follow one measurement.</summary>
public sealed class Observers(params IReadOnlyList<IMeasurementObserver> observers)
    : IMeasurementObserver
{
    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round)
    {
        foreach (var observer in observers)
        {
            observer.RoundStarted(planned, round);
        }
    }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result)
    {
        foreach (var observer in observers)
        {
            observer.RoundEnded(result);
        }
    }
}
