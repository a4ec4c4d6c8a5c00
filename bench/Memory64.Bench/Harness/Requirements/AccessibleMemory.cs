using Memory64.Bench.Harness.Machines.Limits;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>Memory that a case makes accessible, whether it touches it or not.</summary>
/// <param name="Bytes">Most at one time.</param>
public sealed record AccessibleMemory(ulong Bytes) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        MemoryPreflight.ReasonToSkipUntouched(Bytes, here.CommittableBytes);
}
