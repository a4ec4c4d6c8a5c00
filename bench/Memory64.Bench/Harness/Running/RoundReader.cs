using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Reports;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Running;

/// <summary>Reads BenchmarkDotNet's report of one process.</summary>
internal static class RoundReader
{
    /// <summary>Times of the measured iterations, in nanoseconds an operation.</summary>
    public static IReadOnlyList<double> Iterations(BenchmarkReport report) =>
        [
            .. report
                .AllMeasurements.Where(measurement =>
                    measurement.Is(IterationMode.Workload, IterationStage.Actual)
                )
                .Select(measurement => measurement.Nanoseconds / measurement.Operations),
        ];

    /// <summary>The process's own outcome; where it gave none or failed without a word, why that may be.</summary>
    /// <param name="report">The report.</param>
    /// <param name="endReason">Why the process was ended from outside, where that is known.</param>
    public static RoundOutcome Outcome(BenchmarkReport report, string? endReason = null)
    {
        if (report.ExecuteResults.Count == 0)
        {
            return new RoundOutcome
            {
                Failure = "BenchmarkDotNet started no process; its log says why",
            };
        }

        var result = report.ExecuteResults[^1];
        var outcome = RoundOutcome.Find(result.StandardOutput);
        if (outcome is { Failure: not null })
        {
            return outcome;
        }

        // BenchmarkDotNet calls a case a success once it has a result, also when the process then crashed.
        if (outcome is null || result.ExitCode != 0)
        {
            return new RoundOutcome
            {
                Failure = Explain(
                    result.ExitCode,
                    endReason ?? LastWords(result.Results.Concat(result.Errors))
                ),
            };
        }

        return outcome;
    }

    private static string Explain(int? exitCode, string? reason)
    {
        var signal = exitCode is > 128 and < 160 ? $" (signal {exitCode - 128})" : "";
        return $"the measured process ended with exit code {exitCode}{signal}{(reason is null ? "" : $": {reason}")}";
    }

    private static string? LastWords(IEnumerable<string> lines) =>
        lines.LastOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim();
}
