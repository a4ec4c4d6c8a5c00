namespace Memory64.Bench.Commands.Verify;

/// <summary>One line of <c>verify</c>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Name">What was checked.</param>
/// <param name="Detail">What was found, or why it failed or was left out.</param>
public sealed record CheckResult(CheckOutcome Outcome, string Name, string Detail);
