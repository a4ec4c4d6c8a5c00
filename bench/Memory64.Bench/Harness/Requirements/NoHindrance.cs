namespace Memory64.Bench.Harness.Requirements;

/// <summary>Work that can be done at all, whatever the machine.</summary>
/// <param name="Reason">Why it can't, in words; <see langword="null"/> where it can.</param>
public sealed record NoHindrance(string? Reason) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) => Reason;
}
