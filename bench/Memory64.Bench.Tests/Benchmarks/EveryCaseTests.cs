using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
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
    private static IEnumerable<Case> SmallestCases =>
        Catalog
            .WithInputs.Where(c => c.Description.OnlyOn is null)
            .GroupBy(c => (c.Benchmark, c.Method, c.Parameters[0].Value))
            .Select(cases => cases.MinBy(c => c.Description.ResidentBytes)!)
            .Where(c => !RelocatesGigabytes(c.Description));

    // Where the host of a virtual machine takes pages back, that alone takes most of a minute; and the same method is there with another
    // first parameter.
    private static bool RelocatesGigabytes(CaseDescription description) =>
        description.ResidentBytes > ByteSize.FourGiB.Bytes
        && description.Sampling is { Iterations: 1, Warmups: 0 };

    /// <summary>One case of each method, for each value of its class's first parameter.</summary>
    public static TheoryData<string> Smallest => [.. SmallestCases.Select(c => c.Id)];

    [Fact]
    public void There_is_a_case_of_each_method_of_each_class() =>
        Assert.Equal(
            SmallestCases
                .Concat(Catalog.WithInputs.Where(c => c.Description.OnlyOn is not null))
                .Select(c => (c.Benchmark, c.Method))
                .Distinct()
                .Count(),
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
        // What is the first of its kind comes after a call of another kind; all else is alive at its first call.
        var calls = measured.Description.IsFirst ? order.Warmups + 1 : 1;
        for (var call = 0; call < calls; call++)
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
