namespace Memory64.Results.Relations;

/// <summary>
/// After how many rounds duels are looked at, whether they need more. Who looks several times and stops when he likes what he
/// sees errs more often than alpha says; so alpha is shared over the looks, and by Bonferroni's inequality the shares add up to it
/// (the idea of alpha spending: K. K. G. Lan and D. L. DeMets, "Discrete sequential boundaries for clinical trials", 1983).
/// </summary>
public static class Looks
{
    // At the first look the largest share, just enough for eight rounds that all agree: 2^-8 is 0.39 % of 1 %.
    internal static readonly (int Rounds, double Share)[] All =
    [
        (8, 0.4),
        (12, 0.2),
        (18, 0.2),
        (27, 0.2),
    ];

    /// <summary>Rounds before the first look.</summary>
    public static int First => All[0].Rounds;

    /// <summary>Rounds at the last look: more are never needed.</summary>
    public static int Last => All[^1].Rounds;

    /// <summary>Whether a duel of so many rounds is looked at.</summary>
    /// <param name="rounds">0 or more.</param>
    public static bool IsAt(int rounds) => All.Any(look => look.Rounds == rounds);

    /// <summary>
    /// What a one-sided p-value must be less than after so many rounds. Before the first look nothing was decided by looking, so
    /// that all of alpha is left; between two looks it is the share of the next.
    /// </summary>
    /// <param name="rounds">0 or more.</param>
    /// <param name="alpha">What all looks together may err by, on one side.</param>
    public static double AlphaAt(int rounds, double alpha) =>
        rounds < First
            ? alpha
            : alpha
                * All.Append((int.MaxValue, All[^1].Share))
                    .First(look => rounds <= look.Item1)
                    .Item2;
}
