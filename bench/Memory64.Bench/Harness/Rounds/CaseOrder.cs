using Memory64.Bench.Harness.Duels;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>What a measured process does with one case.</summary>
/// <param name="Subject">The case.</param>
/// <param name="Level">How its level is sampled; <see langword="null"/> where none is asked for.</param>
/// <param name="Duels">What it duels with, one after the other.</param>
public sealed record CaseOrder(
    SideOrder Subject,
    LevelOrder? Level,
    IReadOnlyList<DuelOrder> Duels
);
