using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class MeasurementPlanTests
{
    private const ulong GiB = 1UL << 30;
    private const string OnDemand =
        "MemoryInstantiation.Instantiate(Memory=memory64, Size=8GiB, Allocator=OnDemand)";
    private const string Pooling =
        "MemoryInstantiation.Instantiate(Memory=memory64, Size=8GiB, Allocator=Pooling)";
    private const string Official = "HostApi.Call(Api=official)";
    private const string Binding = "HostApi.Call(Api=binding)";
    private const string Touching = "GuestAllocation.FirstTouch(Memory=memory64, Size=2GiB)";
    private const string Relocating = "GuestAllocation.GrowRelocating(Memory=memory64, Size=2GiB)";

    [Fact]
    public void Measures_everything_that_engine_and_machine_can_do()
    {
        var plan = Plan(
            [RealEngines.Default],
            64 * GiB,
            OnDemand,
            Pooling,
            Official,
            Touching,
            Relocating
        );
        Assert.All(plan.Cases, planned => Assert.Null(planned.SkipReason));
        Assert.Equal(plan.Cases, plan.Measured);
    }

    [Fact]
    public void Goes_through_the_engines_within_each_case()
    {
        var first = RealEngines.Default;
        var second = RealEngines.Second;
        var plan = Plan([first, second], GiB, OnDemand, Binding);
        Assert.Equal(
            [
                (OnDemand, first.Id),
                (OnDemand, second.Id),
                (Binding, first.Id),
                (Binding, second.Id),
            ],
            plan.Cases.Select(planned => (planned.Case.Id, planned.Engine.Id))
        );
        Assert.Equal([first, second], plan.Engines);
    }

    [Fact]
    public void Skips_the_pool_on_an_engine_that_exports_none()
    {
        var plan = Plan([RealEngines.Version("30.0.0")], 64 * GiB, Pooling, OnDemand);
        Assert.Equal(
            ["this engine's C API has no pooling allocator (Wasmtime exports it from 32 on)", null],
            plan.Cases.Select(planned => planned.SkipReason)
        );
        Assert.Equal([OnDemand], plan.Measured.Select(planned => planned.Case.Id));
    }

    [Fact]
    public void Skips_settings_that_an_engine_does_not_export()
    {
        var plan = Plan(
            [RealEngines.Version("27.0.2")],
            64 * GiB,
            "EngineSettingsAccess.Read(Setting=staysPut, Memory=memory64, Window=above)",
            "EngineSettingsInstantiation.Instantiate(Setting=noSignals, Memory=memory64)",
            "EngineSettingsInstantiation.Reuse(Setting=keepsResident, Memory=memory64)",
            "EngineSettingsAccess.Read(Setting=noSpectre, Memory=memory64, Window=above)",
            "EngineSettingsAllocation.Grow(Setting=reservation, Memory=memory64)"
        );
        Assert.Equal(
            [
                "this engine's C API can't keep a memory in its place (Wasmtime exports that from 28 on)",
                "this engine's C API can't do without signals (Wasmtime exports that from 39 on)",
                "this engine's C API has no pooling allocator (Wasmtime exports it from 32 on)",
                null,
                null,
            ],
            plan.Cases.Select(planned => planned.SkipReason)
        );
    }

    [Fact]
    public void Skips_settings_that_an_engine_refuses_in_its_own_words()
    {
        var plan = MeasurementPlan.Create(
            Profile.Full,
            rounds: 1,
            [RealEngines.Default],
            [Plans.Case(Pooling), Plans.Case(OnDemand)],
            Here(GiB),
            (engine, settings) =>
                settings == EngineConfiguration.Default ? null : $"no, says {engine.Id}"
        );
        Assert.Equal(
            [$"no, says {RealEngines.Default.Id}", null],
            plan.Cases.Select(planned => planned.SkipReason)
        );
    }

    [Fact]
    public void Skips_the_official_api_on_an_engine_of_another_major_version()
    {
        var engine = RealEngines.Default;
        var other = engine with { Build = engine.Build with { Version = "49.0.2" } };
        Assert.Equal(
            [
                $"the official .NET API {SuiteVersion.WasmtimePackage} runs on engines of its own version only, not on 49.0.2",
                null,
            ],
            Plan([other], GiB, Official, Binding).Cases.Select(planned => planned.SkipReason)
        );
    }

    [Fact]
    public void Measures_the_official_api_on_an_engine_of_another_minor_version()
    {
        var engine = RealEngines.Default;
        var major = SuiteVersion.WasmtimePackage.Split('.')[0];
        var other = engine with { Build = engine.Build with { Version = $"{major}.9.9" } };
        Assert.Null(Assert.Single(Plan([other], GiB, Official).Cases).SkipReason);
    }

    [Fact]
    public void Skips_what_needs_more_memory_than_there_is()
    {
        var plan = Plan([RealEngines.Default], 3 * GiB, Touching, Relocating, OnDemand);
        Assert.Equal(
            [null, "needs 4.5 GiB, 3.0 GiB available", null],
            plan.Cases.Select(planned => planned.SkipReason)
        );
    }

    [Fact]
    public void Rounds_after_those_with_a_level_are_of_duels_alone_where_there_are_any()
    {
        var plan = Plan(
            [RealEngines.Default],
            64 * GiB,
            Touching,
            "ModelWeights.Token(Memory=memory64Shards, Model=70B_of_8_layers)",
            "ModelWeights.Token(Memory=native, Model=70B_of_8_layers)"
        ) with
        {
            Rounds = 7,
        };

        Assert.Equal([7, 7, 2], plan.Cases.Select(plan.RoundsOf));
        Assert.Equal([true, true, true], plan.Cases.Select(c => plan.HasLevel(c, round: 2)));
        Assert.Equal([true, false, false], plan.Cases.Select(c => plan.HasLevel(c, round: 3)));
        var duels = plan with { OnlyDuels = true };
        Assert.All(duels.Cases, planned => Assert.False(duels.HasLevel(planned, round: 1)));
    }

    private static MeasurementPlan Plan(
        PlannedEngine[] engines,
        ulong availableBytes,
        params string[] ids
    ) =>
        MeasurementPlan.Create(
            Profile.Full,
            rounds: 1,
            engines,
            [.. ids.Select(Plans.Case)],
            Here(availableBytes),
            (_, _) => null
        );

    private static Surroundings Here(ulong availableBytes) =>
        new() { AvailableBytes = availableBytes, CommittableBytes = null };
}
