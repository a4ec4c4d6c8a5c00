using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace Memory64.Results.Benchmarks.Diagnosers;

/// <summary>
/// Shows the most memory that a benchmark's process had resident at one time (on Linux VmHWM): what an allocation counter
/// doesn't know. Of several processes, the largest.
/// </summary>
internal sealed class PeakResidentDiagnoser : IDiagnoser
{
    private readonly Dictionary<BenchmarkCase, long> _peaks = [];

    public IEnumerable<string> Ids => [nameof(PeakResidentDiagnoser)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    // The process waits for this to return, so it is still there.
    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        if (signal == HostSignal.AfterActualRun)
        {
            parameters.Process.Refresh();
            _peaks[parameters.BenchmarkCase] = Math.Max(
                _peaks.GetValueOrDefault(parameters.BenchmarkCase),
                parameters.Process.PeakWorkingSet64
            );
        }
    }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results) =>
        _peaks.TryGetValue(results.BenchmarkCase, out var peak)
            ? [new Metric(PeakResidentMetric.Instance, peak / (1024.0 * 1024.0))]
            : [];

    public void DisplayResults(ILogger logger) { }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];
}
