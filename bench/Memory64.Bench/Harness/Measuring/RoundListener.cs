using System.Diagnostics;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;

namespace Memory64.Bench.Harness.Measuring;

/// <summary>Hears of each process as soon as it has ended, and hands its round on.</summary>
internal sealed class RoundListener(
    IReadOnlyDictionary<BenchmarkCase, (PlannedCase Planned, int Round)> rounds,
    IMeasurementObserver observer
) : EventProcessor
{
    private readonly Stopwatch _clock = new();

    /// <summary>Why nothing could be built, or <see langword="null"/>.</summary>
    public string? BuildFailure { get; private set; }

    public override void OnBuildComplete(BuildPartition partition, BuildResult buildResult)
    {
        if (!buildResult.IsBuildSuccess)
        {
            BuildFailure = (
                buildResult.ErrorMessage ?? buildResult.GenerateException?.Message ?? "unknown"
            ).Trim();
        }
    }

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase)
    {
        var (planned, round) = rounds[benchmarkCase];
        observer.RoundStarted(planned, round);
        _clock.Restart();
    }

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        var (planned, round) = rounds[benchmarkCase];
        observer.RoundEnded(
            new RoundResult(
                planned,
                round,
                RoundReader.Iterations(report),
                RoundReader.Outcome(report),
                _clock.Elapsed
            )
        );
    }
}
