using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>A system that joins the pages of a file in memory to huge ones where it is told to.</summary>
public sealed record CollapsedPages : IRequirement
{
    /// <inheritdoc/>
    public string? NoSecondEngine { get; init; }

    /// <inheritdoc/>
    public string? Missing(Surroundings here) => HugePages.ReasonNotToCollapse();
}
