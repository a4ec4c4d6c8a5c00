using Memory64.Engines.Identity;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>An engine that the case can be measured on.</summary>
/// <param name="NotOnV8">Why that is not V8, in words; <see langword="null"/> where any engine will do.</param>
public sealed record GuestsEngine(string? NotOnV8) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        here.Engine is ({ Kind: EngineKind.V8 }, _) ? NotOnV8 : null;
}
