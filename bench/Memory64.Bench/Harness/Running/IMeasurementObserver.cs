namespace Memory64.Bench.Harness.Running;

/// <summary>Follows a measurement: to record it, and to show its progress.</summary>
public interface IMeasurementObserver
{
    /// <summary>A process is about to start.</summary>
    void RoundStarted(PlannedCase planned, int round);

    /// <summary>A process has ended.</summary>
    void RoundEnded(RoundResult result);
}
