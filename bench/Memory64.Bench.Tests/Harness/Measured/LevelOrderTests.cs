using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measured;

public sealed class LevelOrderTests
{
    public static TheoryData<string, Job> Jobs =>
        new()
        {
            { "repeated", Sampling.Repeated.ApplyTo(new Job("id")) },
            { "once", Sampling.Once(1, 2).ApplyTo(new Job("id")) },
            { "short", Sampling.Repeated.ApplyTo(new Job()).Apply(Job.ShortRun) },
            {
                "all",
                new Job()
                    .WithStrategy(RunStrategy.ColdStart)
                    .WithIterationTime(TimeInterval.FromMicroseconds(12.5))
                    .WithInvocationCount(32)
                    .WithUnrollFactor(16)
                    .WithMaxRelativeError(0.015)
                    .WithOutlierMode(OutlierMode.RemoveAll)
                    .WithMemoryRandomization()
            },
        };

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Says_to_another_process_what_the_job_says(string name, Job job)
    {
        var read = LevelOrder.Of(job).ToJob();

        Assert.NotEmpty(name);
        Assert.Equal(Texts(job), Texts(read));
        Assert.Equal(job.Run.RunStrategy, read.Run.RunStrategy);
        Assert.Equal(job.Run.IterationTime, read.Run.IterationTime);
        Assert.Equal(job.Run.InvocationCount, read.Run.InvocationCount);
        Assert.Equal(job.Accuracy.OutlierMode, read.Accuracy.OutlierMode);
        Assert.Equal(job.Accuracy.MaxRelativeError, read.Accuracy.MaxRelativeError);
    }

    private static IEnumerable<string> Texts(Job job) =>
        LevelOrder.Of(job).Characteristics.Select(each => $"{each.Key}={each.Value}").Order();
}
