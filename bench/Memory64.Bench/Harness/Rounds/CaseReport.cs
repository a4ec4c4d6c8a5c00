using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>What a measured process says of one case, as soon as it is done with it.</summary>
/// <param name="Index">Which of its cases, from 0.</param>
/// <param name="Iterations">The level: nanoseconds for one operation, an entry an iteration; none where no level was asked for.</param>
/// <param name="Outcome">What else there is, or why the case failed.</param>
public sealed record CaseReport(int Index, IReadOnlyList<double> Iterations, RoundOutcome Outcome);
