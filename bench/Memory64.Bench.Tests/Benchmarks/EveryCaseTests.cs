using BenchmarkDotNet.Attributes;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks;

/// <summary>
/// Each method of each class once, on each kind of memory and with each setting, at the smallest size that there is: setup
/// with its assertion, the method, cleanup with its check: the life that the measured process gives it.
/// </summary>
[Collection(AloneCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class EveryCaseTests
{
    /// <summary>One case of each method, for each value of its class's first parameter.</summary>
    public static TheoryData<string> Smallest =>
        [
            .. Catalog
                .WithInputs.Where(c => c.Description.OnlyOn is null)
                .GroupBy(c => (c.Benchmark, c.Method, c.Parameters[0].Value))
                .Select(cases => cases.MinBy(c => c.Description.ResidentBytes)!.Id),
        ];

    [Fact]
    public void There_is_a_case_of_each_method_of_each_class() =>
        Assert.Equal(
            Catalog.WithInputs.Select(c => (c.Benchmark, c.Method)).Distinct().Count(),
            typeof(Benchmark)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Benchmark)))
                .SelectMany(type => type.GetMethods())
                .Count(method => method.IsDefined(typeof(BenchmarkAttribute), inherit: false))
        );

    [Theory]
    [MemberData(nameof(Smallest))]
    public void A_case_proves_its_memory_works_and_is_checked(string id)
    {
        var measured = Catalog.WithInputs.Single(c => c.Id == id);
        var engine = RealEngines.Default;
        var skip = measured.Description.ReasonToSkip(Surroundings.OfMachine());
        Assert.SkipWhen(skip is not null, $"{skip}");
        var order = new PlannedCase(engine, measured, SkipReason: null).Side;
        var meter = new RoundMeter();
        var live = new LiveCase(order, measured.Catalog.Inputs, meter);

        live.SetUp();
        meter.Start();
        var iterations = order.IsRepeatable ? 1 : order.Warmups + 1;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            live.Open();
            live.Call();
            live.Close();
        }

        meter.Stop();
        live.CleanUp();

        Assert.True(meter.Outcome().ResidentBytes > 0);
    }
}
