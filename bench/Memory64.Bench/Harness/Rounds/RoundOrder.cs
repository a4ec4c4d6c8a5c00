using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>What the host tells a measured process, all of it: one JSON document on its standard input.</summary>
/// <param name="Cases">What it measures, in this order; at least one.</param>
/// <param name="Inputs">What the cases are given from outside.</param>
public sealed record RoundOrder(IReadOnlyList<CaseOrder> Cases, Inputs Inputs);
