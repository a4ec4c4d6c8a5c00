using Memory64.Bench.Harness.Machines.Limits;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>Memory that a case touches.</summary>
/// <param name="Bytes">Most at one time.</param>
public sealed record ResidentMemory(ulong Bytes) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        MemoryPreflight.ReasonToSkip(Bytes, here.AvailableBytes);
}
