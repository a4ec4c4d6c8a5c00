using System.Reflection;
using BenchmarkDotNet.Attributes;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks;

/// <summary>
/// Each method of each class once, on each kind of memory and with each setting, at the smallest size that there is: setup
/// with its assertion, the method, cleanup with its check, as BenchmarkDotNet calls them in the measured process.
/// </summary>
[Collection(AloneCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class EveryCaseTests
{
    /// <summary>One case of each method, for each value of its class's first parameter.</summary>
    public static TheoryData<string> Smallest =>
        [
            .. CaseCatalog
                .All.GroupBy(c => (c.Benchmark, c.Method, c.Parameters[0].Value))
                .Select(cases => cases.MinBy(c => c.Description.ResidentBytes)!.Id),
        ];

    [Fact]
    public void There_is_a_case_of_each_method_of_each_class() =>
        Assert.Equal(
            CaseCatalog.All.Select(c => (c.Benchmark, c.Method)).Distinct().Count(),
            typeof(Benchmark)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Benchmark)))
                .SelectMany(type => type.GetMethods())
                .Count(method => method.IsDefined(typeof(BenchmarkAttribute)))
        );

    [Theory]
    [MemberData(nameof(Smallest))]
    public void A_case_proves_its_memory_works_and_is_checked(string id)
    {
        var measured = CaseCatalog.All.Single(c => c.Id == id);
        var engine = RealEngines.Default;
        var skip = measured.Description.ReasonToSkip(Surroundings.OfMachine());
        Assert.SkipWhen(skip is not null, $"{skip}");
        Environment.SetEnvironmentVariable(ProcessEngine.Variable, engine.Build.LibraryPath);

        var lines = Output(() => RunOnce(measured));

        var outcome = RoundOutcome.Find(lines);
        Assert.NotNull(outcome);
        Assert.Null(outcome.Failure);
        Assert.True(outcome.ResidentBytes > 0);
    }

    private static void RunOnce(Case measured)
    {
        var type = measured.Descriptor.Type;
        var benchmark = Activator.CreateInstance(type)!;
        foreach (var value in measured.Values.Items)
        {
            type.GetProperty(value.Name)!.SetValue(benchmark, value.Value);
        }

        Call<GlobalSetupAttribute>(benchmark, measured.Method);
        var sampling = measured.Description.Sampling;
        var iterations = sampling.IterationTime is null ? sampling.Warmups + 1 : 1;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Call<IterationSetupAttribute>(benchmark, measured.Method);
            _ = measured.Descriptor.WorkloadMethod.Invoke(benchmark, []);
            Call<IterationCleanupAttribute>(benchmark, measured.Method);
        }

        Call<GlobalCleanupAttribute>(benchmark, measured.Method);
    }

    private static void Call<T>(object benchmark, string method)
        where T : TargetedAttribute
    {
        foreach (var each in benchmark.GetType().GetMethods())
        {
            if (
                each.GetCustomAttribute<T>() is { } attribute
                && (attribute.Targets.Length == 0 || attribute.Targets.Contains(method))
            )
            {
                _ = each.Invoke(benchmark, []);
            }
        }
    }

    private static string[] Output(Action action)
    {
        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(before);
        }

        return written.ToString().Split(Environment.NewLine);
    }
}
