using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>What the host tells a measured process, all of it: one JSON document, the first line of its standard input.</summary>
/// <param name="Cases">What it measures, in this order; at least one.</param>
/// <param name="Inputs">What the cases are given from outside.</param>
/// <param name="IsRehearsed">
/// Whether it sets each duel up once before it is let: only where nothing but duels is wanted, and they keep next to no memory.
/// </param>
public sealed record RoundOrder(
    IReadOnlyList<CaseOrder> Cases,
    Inputs Inputs,
    bool IsRehearsed = false
);
