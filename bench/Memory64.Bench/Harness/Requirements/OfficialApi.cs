namespace Memory64.Bench.Harness.Requirements;

/// <summary>An engine that the official .NET API can drive: one of its own major version.</summary>
public sealed record OfficialApi : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        here.Engine is var (build, _) && Major(build.Version) != Major(here.OfficialVersion)
            ? $"the official .NET API {here.OfficialVersion} runs on engines of its own version only, not on {build.Version}"
            : null;

    private static string Major(string version) => version.Split('.')[0];
}
