using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Memory64.Bench.Harness.Measured;

/// <summary>The level of a live case: BenchmarkDotNet's engine calls it and takes the times.</summary>
internal static class Level
{
    /// <summary>Measures a case that is set up.</summary>
    /// <param name="live">The case.</param>
    /// <param name="operations">Operations of one invocation.</param>
    /// <param name="order">How it is sampled.</param>
    /// <param name="host">Hears what BenchmarkDotNet says.</param>
    /// <returns>Nanoseconds for one operation, an entry an iteration, none dropped.</returns>
    public static IReadOnlyList<double> Measure(
        LiveCase live,
        long operations,
        LevelOrder order,
        IHost host
    )
    {
        var job = order.ToJob();
        var parameters = new EngineParameters
        {
            Host = host,
            TargetJob = live.Benchmark.Timed is { } clock ? job.WithClock(clock) : job,
            OperationsPerInvoke = operations,
            GlobalSetupAction = Nothing,
            GlobalCleanupAction = Nothing,
            IterationSetupAction = live.Open,
            IterationCleanupAction = live.Close,
            Dummy1Action = Nothing,
            Dummy2Action = Nothing,
            Dummy3Action = Nothing,
            BenchmarkName = "",
        };
        var consumer = new Consumer();
        Action call = live.Returning is { } returning
            ? () => consumer.Consume(returning())
            : live.Call;
        // The engine counts a call of an action as so many of the method, as in the code that BenchmarkDotNet generates.
        parameters.WorkloadActionNoUnroll = count => live.Repeat(call, count);
        parameters.WorkloadActionUnroll = count =>
            live.Repeat(call, count * parameters.UnrollFactor);
        parameters.OverheadActionNoUnroll = count => Repeat(Nothing, count);
        parameters.OverheadActionUnroll = count => Repeat(Nothing, count * parameters.UnrollFactor);
        using var engine = new EngineFactory().CreateReadyToRun(parameters);
        return
        [
            .. engine
                .Run()
                .EngineMeasurements.Where(measurement =>
                    measurement
                        is {
                            IterationMode: IterationMode.Workload,
                            IterationStage: IterationStage.Actual
                        }
                )
                .Select(measurement => measurement.Nanoseconds / measurement.Operations),
        ];
    }

    private static void Nothing() { }

    private static void Repeat(Action call, long count)
    {
        for (var i = count; i != 0; i--)
        {
            call();
        }
    }
}
