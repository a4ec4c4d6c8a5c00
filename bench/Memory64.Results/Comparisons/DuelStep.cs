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
);
