using Memory64.Bench.Guests;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>An engine that has these settings and takes them.</summary>
/// <param name="Settings">The settings.</param>
public sealed record EngineSettings(EngineConfiguration Settings) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        here.Engine is (_, { } library)
            ? Settings.ReasonToSkip(library) ?? here.Refusal(Settings)
            : null;
}
