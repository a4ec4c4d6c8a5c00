namespace Memory64.Results.RunFiles.Records;

/// <summary>The metrics that each round has, whatever it measured: how the machine was meanwhile.</summary>
public static class RoundMetric
{
    /// <summary>Nanoseconds that a fixed native loop took: what is least of all rounds is the machine at its best.</summary>
    public const string SpeedLoopNs = "speedLoopNs";

    /// <summary>Milliseconds for which a host gave all virtual processors' time to others, where the system tells.</summary>
    public const string StolenMs = "stolenMs";

    /// <summary>How often the system took the processor from the process, where it tells.</summary>
    public const string InvoluntarySwitches = "involuntarySwitches";
}
