using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Results.Tables;

/// <summary>A case with its figures.</summary>
/// <param name="Case">The case as recorded.</param>
/// <param name="Summary">Its rounds in short; null if it was not measured.</param>
public sealed record CaseResult(RunCase Case, Summary? Summary)
{
    private const double GiB = 1L << 30;

    /// <summary>Computes the figures of a case. Rounds of a case that failed later don't count.</summary>
    /// <param name="runCase">A case of a valid run file.</param>
    public static CaseResult Of(RunCase runCase) =>
        new(
            runCase,
            runCase.Status == CaseStatus.Measured ? RoundStatistics.Summarize(runCase.Values) : null
        );

    /// <summary>The centre in nanoseconds for one operation; null if it was not measured.</summary>
    public double? Center => Summary?.Center;

    /// <summary>Bytes per nanosecond, which are GB/s; null if not measured or if no bytes are moved.</summary>
    public double? Throughput => Case.Bytes > 0 ? Case.Bytes / Center : null;

    /// <summary>Operations in a second; null if not measured.</summary>
    public double? PerSecond => 1e9 / Center;

    /// <summary>The largest resident size over the rounds, in bytes; null if not measured or not known.</summary>
    public double? ResidentBytes =>
        Summary is not null && Case.Rounds.Max(r => r.ResidentBytes) is > 0 and var bytes
            ? bytes
            : null;

    /// <summary>Nanoseconds for one page of the bytes moved; null if not measured or if no bytes are moved.</summary>
    /// <param name="pageBytes">Bytes of one page; above 0.</param>
    public double? PerPage(int pageBytes) =>
        Case.Bytes > 0 ? Center * pageBytes / Case.Bytes : null;

    /// <summary>
    /// Page faults for one GiB (2^30 bytes) of the bytes moved: the median over the rounds. Says something only where an
    /// iteration is one operation and nothing warms up before it, because a round counts its faults from its setup on. Null
    /// if not measured or if no bytes are moved.
    /// </summary>
    public double? FaultsPerGiB =>
        Summary is not null && Case.Bytes > 0
            ? RoundStatistics.Median([
                .. Case.Rounds.Select(r =>
                    (double)(r.MinorFaults + r.MajorFaults) / r.Iterations.Count
                ),
            ])
                * GiB
                / Case.Bytes
            : null;

    /// <summary>The median of a metric over the rounds; null if not measured, or if a round lacks it.</summary>
    /// <param name="metric">Its name in the run file.</param>
    public double? MetricOf(string metric) =>
        Summary is not null && Case.Rounds.All(r => r.Metrics.ContainsKey(metric))
            ? RoundStatistics.Median([.. Case.Rounds.Select(r => r.Metrics[metric])])
            : null;
}
