using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Tests.Harness.Running;

/// <summary>Plans and rounds made by hand of real cases; nothing is loaded or measured.</summary>
internal static class Plans
{
    internal const string EngineHash =
        "8b7c1d00e2238b7c1d00e2238b7c1d00e2238b7c1d00e2238b7c1d00e2238b7c";

    internal static PlannedEngine Engine(string version = "50.0.1", string sha256 = EngineHash) =>
        new(
            version,
            new EngineBuild(
                version,
                EngineOrigin.NuGet,
                $"/engines/{version}/libwasmtime.so",
                sha256
            )
        );

    internal static Case Case(string id) => Catalog.Named(id);

    internal static PlannedCase Planned(
        string id,
        PlannedEngine? engine = null,
        string? skipReason = null
    ) => new(engine ?? Engine(), Case(id), skipReason);

    internal static MeasurementPlan Of(int rounds, params PlannedCase[] cases) =>
        new(Profile.Standard, rounds, cases);

    /// <summary>A round that went well.</summary>
    internal static RoundResult Round(
        this PlannedCase planned,
        int round,
        params double[] iterations
    ) =>
        new(
            planned,
            round,
            iterations,
            new RoundOutcome
            {
                ResidentBytes = 50_000_000 + round,
                MinorFaults = 100 + round,
                MajorFaults = round,
            },
            TimeSpan.FromSeconds(1)
        );

    /// <summary>A round that failed, after some iterations or none.</summary>
    internal static RoundResult Failure(
        this PlannedCase planned,
        int round,
        string reason,
        params double[] iterations
    ) => planned.Round(round, iterations) with { Outcome = new RoundOutcome { Failure = reason } };
}
