using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Requirements;

namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>An engine that the official .NET API can drive: one of its own major version.</summary>
internal sealed record OfficialVersion : IRequirement
{
    private static string Own => SuiteVersion.WasmtimePackage;

    /// <inheritdoc/>
    public string? NoSecondEngine => "the official .NET API drives one library in a process";

    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        here.Engine is var (build, _) && Major(build.Version) != Major(Own)
            ? $"the official .NET API {Own} runs on engines of its own version only, not on {build.Version}"
            : null;

    private static string Major(string version) => version.Split('.')[0];
}
