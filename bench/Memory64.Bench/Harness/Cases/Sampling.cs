using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Memory64.Bench.Harness.Cases;

/// <summary>How one round of a case is sampled. Rounds are many, so each is short.</summary>
public sealed record Sampling
{
    private const int IterationMilliseconds = 5;

    private Sampling(RunStrategy strategy, int warmups, int iterations)
    {
        Strategy = strategy;
        Warmups = warmups;
        Iterations = iterations;
    }

    /// <summary>Repeats the method for 5 ms an iteration: for what can be done again at once.</summary>
    public static Sampling Repeated { get; } = new(RunStrategy.Throughput, 1, 5);

    /// <summary>BenchmarkDotNet's strategy.</summary>
    public RunStrategy Strategy { get; }

    /// <summary>Iterations that are not recorded.</summary>
    public int Warmups { get; }

    /// <summary>Iterations that are recorded.</summary>
    public int Iterations { get; }

    /// <summary>
    /// How long an iteration takes at least, in which the method is repeated; <see langword="null"/> where it is called once.
    /// </summary>
    public TimeSpan? IterationTime =>
        Strategy == RunStrategy.Throughput
            ? TimeSpan.FromMilliseconds(IterationMilliseconds)
            : null;

    /// <summary>Calls the method once an iteration, on a fresh memory: for what can't be repeated on the same one.</summary>
    public static Sampling Once(int warmups, int iterations) =>
        new(RunStrategy.Monitoring, warmups, iterations);

    /// <summary>Sets the sampling on a job. Outliers are kept; no overhead is subtracted.</summary>
    public Job ApplyTo(Job job)
    {
        var sampled = job.WithStrategy(Strategy)
            .WithLaunchCount(1)
            .WithWarmupCount(Warmups)
            .WithIterationCount(Iterations)
            .WithEvaluateOverhead(false)
            .WithOutlierMode(Perfolizer.Mathematics.OutlierDetection.OutlierMode.DontRemove)
            .WithGcForce(false);
        return Strategy == RunStrategy.Throughput
            ? sampled.WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds))
            : sampled.WithInvocationCount(1).WithUnrollFactor(1);
    }
}
