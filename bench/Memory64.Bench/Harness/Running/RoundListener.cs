using System.Diagnostics;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;

namespace Memory64.Bench.Harness.Running;

/// <summary>Hears of each process as soon as it has ended, and hands its round on.</summary>
internal sealed class RoundListener(
    IReadOnlyDictionary<BenchmarkCase, (PlannedCase Planned, int Round)> rounds,
    RoundSchedule schedule,
    RoundWatch watch,
    IMeasurementObserver observer
) : EventProcessor
{
    // Ctrl-C reaches the measured process too, perhaps before this one: time for this one to stop, so that what was
    // interrupted isn't taken for a failure.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = new();
    private bool _isMeasured;

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
        _isMeasured = schedule.Wants(planned, round);
        if (_isMeasured)
        {
            watch.Expect(planned);
            observer.RoundStarted(planned, round);
            _clock.Restart();
        }
    }

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        if (!_isMeasured)
        {
            return;
        }

        if (report.ExecuteResults.Any(result => result.ExitCode is { } code && IsInterrupt(code)))
        {
            Thread.Sleep(TimeToStop);
        }

        var (planned, round) = rounds[benchmarkCase];
        observer.RoundEnded(
            new RoundResult(
                planned,
                round,
                RoundReader.Iterations(report),
                RoundReader.Outcome(report, watch.EndReason),
                _clock.Elapsed
            )
        );
    }

    // Of SIGINT, SIGTERM, and STATUS_CONTROL_C_EXIT on Windows.
    private static bool IsInterrupt(int exitCode) =>
        exitCode is 128 + 2 or 128 + 15 or unchecked((int)0xC000013A);
}
