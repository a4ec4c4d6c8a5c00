using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>What a measured process gave.</summary>
/// <param name="Reports">Its reports; fewer than its cases where one failed or it died.</param>
/// <param name="ExitCode">With which it ended.</param>
/// <param name="Explanation">How it ended, in words.</param>
internal sealed record ProcessEnd(
    IReadOnlyList<CaseReport> Reports,
    int ExitCode,
    string Explanation
)
{
    /// <summary>
    /// The reports that count. Of a process that died otherwise than by a case that says so, none does: any of its cases may be the
    /// reason, also one that was reported. A case that was alone in it has failed.
    /// </summary>
    /// <param name="cases">How many cases it was told to measure; 1 or more.</param>
    public IReadOnlyList<CaseReport> ReportsOf(int cases)
    {
        var isExplained =
            ExitCode == 0
                ? Reports.Count == cases
                : Reports.Any(report => report.Outcome.Failure is not null);
        return isExplained ? Reports
            : cases == 1 ? [new(0, [], new() { Failure = Explanation })]
            : [];
    }
}
