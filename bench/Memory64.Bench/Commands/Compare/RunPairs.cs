using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands.Compare;

/// <summary>The runs of two sides that belong together, and what is left over.</summary>
/// <param name="Pairs">At least one pair.</param>
/// <param name="Between">Runs of other engines beside NEW, by whose duels a pair may be joined.</param>
/// <param name="OnlyInBase">The engines that only BASE has, oldest first.</param>
/// <param name="OnlyInNew">The engines that only NEW has, oldest first.</param>
internal sealed record RunPairs(
    IReadOnlyList<(RunFile Base, RunFile New)> Pairs,
    IReadOnlyList<RunFile> Between,
    IReadOnlyList<string> OnlyInBase,
    IReadOnlyList<string> OnlyInNew
);
