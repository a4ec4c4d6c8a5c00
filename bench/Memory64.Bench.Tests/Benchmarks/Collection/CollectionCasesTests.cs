using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Collection;

public sealed class CollectionCasesTests
{
    private static readonly EngineBuild V8 = new(
        "v8@26.10.0",
        EngineOrigin.Npm,
        "/none",
        new string('a', 64)
    );

    [Fact]
    public void Only_V8_has_these_cases()
    {
        var cases = Catalog.All.Where(c => c.Benchmark == "CollectedMemory").ToList();
        var wasmtime = RealEngines.Default;

        var plan = MeasurementPlan.Create(
            Memory64.Bench.Harness.Cases.Profile.Full,
            1,
            [wasmtime, new PlannedEngine(V8.Version, V8)],
            cases,
            Surroundings.OfMachine(),
            (_, _) => null
        );

        Assert.Equal(6, cases.Count);
        Assert.Equal(6, plan.Cases.Count);
        Assert.All(plan.Cases, planned => Assert.Equal(EngineKind.V8, planned.Engine.Build.Kind));
        Assert.All(
            plan.Cases.SelectMany(c => c.Duels),
            duel => Assert.Equal(EngineKind.V8, duel.Engine.Build.Kind)
        );
    }

    [Fact]
    public void Two_engines_of_different_makers_dont_duel_over_them()
    {
        var cases = Catalog.All.Where(c => c.Benchmark == "CollectedMemory").ToList();
        var v8 = new PlannedEngine(V8.Version, V8);

        Assert.Empty(
            MeasurementPlan
                .OfDuels(
                    [(RealEngines.Default, v8)],
                    cases,
                    Surroundings.OfMachine(),
                    (_, _) => null
                )
                .Cases
        );
    }
}
