using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Comparisons;

/// <summary>A case that two engines fought over.</summary>
/// <param name="Base">The version of the one.</param>
/// <param name="New">The version of the other.</param>
/// <param name="Ratios">NEW over BASE, an entry a round.</param>
/// <param name="BaseTimes">The median slice of BASE in each round, in nanoseconds for one operation.</param>
/// <param name="NewTimes">That of NEW.</param>
internal sealed record DuelStep(
    string Base,
    string New,
    IReadOnlyList<double> Ratios,
    IReadOnlyList<double> BaseTimes,
    IReadOnlyList<double> NewTimes
)
{
    /// <summary>What NEW recorded of its duel with BASE over a case; null where it fought none.</summary>
    /// <param name="newer">The case as NEW recorded it.</param>
    /// <param name="newEngine">NEW.</param>
    /// <param name="baseEngine">BASE.</param>
    public static DuelStep? Of(RunCase newer, RunEngine newEngine, RunEngine baseEngine) =>
        newer.Status == CaseStatus.Measured
        && newer.Duels.FirstOrDefault(duel =>
            duel.Engine?.Sha256 == baseEngine.Sha256
            && duel.Case == newer.Id
            && duel.Rounds.Count > 0
        )
            is { } duel
            ? new(
                baseEngine.Version,
                newEngine.Version,
                duel.Values,
                [.. duel.Rounds.Select(round => round.Opponent)],
                [.. duel.Rounds.Select(round => round.Subject)]
            )
            : null;

    /// <summary>The step the other way: BASE over NEW.</summary>
    public DuelStep Back =>
        new(New, Base, [.. Ratios.Select(ratio => 1 / ratio)], NewTimes, BaseTimes);
}
