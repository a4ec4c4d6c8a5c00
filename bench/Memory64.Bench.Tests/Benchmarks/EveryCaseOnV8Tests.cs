using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks;

/// <summary>The life that <see cref="EveryCaseTests"/> gives a case, in V8: each method on each kind of memory that it can have there.</summary>
[Collection(AloneCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class EveryCaseOnV8Tests
{
    /// <summary>One case of each method that V8 can be asked for, for each value of its class's first parameter.</summary>
    public static TheoryData<string> Smallest =>
        [
            .. Catalog
                .WithInputs.Where(c => c.Description is { Guest: not null, NotOnV8: null })
                .GroupBy(c => (c.Benchmark, c.Method, c.Parameters[0].Value))
                .Select(cases => cases.MinBy(c => c.Description.ResidentBytes)!.Id),
        ];

    [Theory]
    [MemberData(nameof(Smallest))]
    public void A_case_proves_its_memory_works_and_is_checked(string id)
    {
        var measured = Catalog.WithInputs.Single(c => c.Id == id);
        var engine = RealEngines.V8;
        var skip = measured.Description.ReasonToSkip(
            Surroundings.OfMachine() with
            {
                Engine = (engine.Build, null),
            }
        );
        Assert.SkipWhen(skip is not null, $"{skip}");
        var order = new PlannedCase(engine, measured, SkipReason: null).Side;
        var meter = new RoundMeter();
        var live = new LiveCase(order, measured.Catalog.Inputs, meter);

        live.SetUp();
        meter.Start();
        var before = live.Benchmark.Timed!.GetTimestamp();
        live.Open();
        live.Repeat(live.Call, order.IsRepeatable ? 3 : 1);
        live.Close();
        meter.Stop();
        Assert.True(live.Benchmark.Timed.GetTimestamp() > before);
        live.CleanUp();
        Assert.True(meter.Outcome().ResidentBytes > 0);
    }

    [Theory]
    [InlineData("MemoryInstantiation.Instantiate(Memory=memory64, Size=8GiB, Allocator=OnDemand)")]
    [InlineData("GuestAllocation.GrowRelocating(Memory=memory64, Size=1GiB)")]
    [InlineData("HostAccess.Read(Memory=memory64, Window=below, Size=8B)")]
    [InlineData("HostApi.Call(Api=binding)")]
    [InlineData("ModelWeights.Token(Memory=bridge, Model=Tiny)")]
    public void What_has_no_meaning_in_V8_is_left_out_with_the_reason(string id)
    {
        var described = Catalog.WithInputs.Single(c => c.Id == id).Description;
        var build = new EngineBuild("v8@26.10.0", EngineOrigin.Npm, "/none", new string('a', 64));
        var here = Surroundings.OfMachine() with { Engine = (build, null) };

        Assert.Equal(described.NotOnV8, described.ReasonToSkip(here));
        Assert.NotNull(described.NotOnV8);
    }
}
