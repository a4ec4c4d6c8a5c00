namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>Names of what a round records of a model besides its times.</summary>
internal static class WeightMetric
{
    /// <summary>
    /// Resident bytes of the process that has the weights, when all was measured, each counted once and shared ones in parts (Pss).
    /// </summary>
    public const string ProportionalBytes = "pssBytes";

    /// <summary>The same over bytes of the model's file.</summary>
    public const string ProportionalShare = "memoryShare";

    /// <summary>Seconds that the kernel took to make huge pages of the file's.</summary>
    public const string CollapseSeconds = "collapseSeconds";

    /// <summary>Positions that the memory has room for.</summary>
    public const string Positions = "positions";

    /// <summary>
    /// How far llama.cpp's first logits are from the control's, at the worst position: squares of differences over squares.
    /// </summary>
    public const string Difference = "nmse";
}
