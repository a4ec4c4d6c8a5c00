using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>What a measured process gave.</summary>
/// <param name="Reports">Its reports, in the order of its cases; fewer than those where one failed or it died.</param>
/// <param name="Explanation">How it ended, in words, for the case that it gave no report of.</param>
internal sealed record ProcessEnd(IReadOnlyList<CaseReport> Reports, string Explanation);
