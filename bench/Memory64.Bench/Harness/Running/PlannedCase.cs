using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Harness.Running;

/// <summary>A case on an engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Case">The case.</param>
/// <param name="SkipReason">Why it won't be measured, or <see langword="null"/>.</param>
public sealed record PlannedCase(PlannedEngine Engine, Case Case, string? SkipReason)
{
    /// <summary>What it is measured against, in turns.</summary>
    public IReadOnlyList<PlannedDuel> Duels { get; init; } = [];
}
