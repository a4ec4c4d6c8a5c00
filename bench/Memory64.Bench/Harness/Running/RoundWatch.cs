using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using Memory64.Bench.Harness.Machines;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// Watches each measured process from outside: ends one that takes too long, and knows why one was ended. For
/// BenchmarkDotNet it is a diagnoser, though it measures nothing.
/// </summary>
internal sealed class RoundWatch(RoundLimit limit) : IDiagnoser, IDisposable
{
    private TimeSpan _limit;
    private Timer? _timer;
    private long _killsBefore;
    private volatile bool _tookTooLong;

    public IEnumerable<string> Ids => [nameof(RoundWatch)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    /// <summary>Why the last process was ended from outside, as far as that is known.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Must be told which case the next process measures.</summary>
    public void Expect(PlannedCase planned) => _limit = limit.Of(planned);

    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        switch (signal)
        {
            case HostSignal.AfterProcessStart:
                _tookTooLong = false;
                _killsBefore = SystemKills.Count();
                _timer = new(_ => End(parameters.Process), null, _limit, Timeout.InfiniteTimeSpan);
                break;
            case HostSignal.AfterProcessExit:
                Dispose();
                EndReason =
                    _tookTooLong
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"the process took longer than {_limit.TotalSeconds:0.##} s, the --time-limit, and was ended"
                        )
                    : SystemKills.Count() > _killsBefore
                        ? "meanwhile the system ended a process for lack of memory"
                    : null;
                break;
        }
    }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results) => [];

    public void DisplayResults(ILogger logger) { }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    public void Dispose()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private void End(Process process)
    {
        try
        {
            _tookTooLong = true;
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in this very moment.
            _tookTooLong = false;
        }
    }
}
