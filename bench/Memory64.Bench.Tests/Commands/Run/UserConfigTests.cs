using BenchmarkDotNet.Jobs;
using Memory64.Bench.Commands.Run;
using Memory64.Bench.Harness.Measured;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

public sealed class UserConfigTests
{
    [Theory]
    [InlineData("dry")]
    [InlineData("short")]
    [InlineData("medium")]
    [InlineData("long")]
    public void A_job_of_BenchmarkDotNet_s_own_samples_as_it_does_there(string name)
    {
        var job = Assert.Single(UserConfig.Parse(["--job", name]).GetJobs());

        Assert.Equal(job.Run.IterationCount, LevelOrder.Of(job).ToJob().Run.IterationCount);
    }

    [Fact]
    public void Options_of_a_job_reach_the_measured_process()
    {
        var job = Assert.Single(
            UserConfig
                .Parse([
                    "--iterationCount",
                    "7",
                    "--strategy",
                    "ColdStart",
                    "--outliers",
                    "RemoveAll",
                ])
                .GetJobs()
        );

        var sampled = LevelOrder.Of(new Job().Apply(job)).ToJob();

        Assert.Equal(
            (7, BenchmarkDotNet.Engines.RunStrategy.ColdStart),
            (sampled.Run.IterationCount, sampled.Run.RunStrategy)
        );
        Assert.Equal(
            Perfolizer.Mathematics.OutlierDetection.OutlierMode.RemoveAll,
            sampled.Accuracy.OutlierMode
        );
    }
}
