using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>A system that gives this process huge pages where it asks for them.</summary>
public sealed record HugePagesByAdvice : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) => HugePages.ReasonToSkip();
}
