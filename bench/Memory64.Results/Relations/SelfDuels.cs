using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Relations;

/// <summary>The duels of cases with themselves: nothing differs, so whatever they show is the duel's own bias.</summary>
/// <param name="Rows">Each such case of a run.</param>
/// <param name="Together">All their rounds as one sample; null where there are none.</param>
public sealed record SelfDuels(
    IReadOnlyList<(RunCase Case, Relation Relation)> Rows,
    Relation? Together
)
{
    // A bias of half of what matters would push rows that lie near it over the threshold.
    private const double MostBias = 0.01;

    /// <summary>The rows that show a difference, which is wrong.</summary>
    public IEnumerable<(RunCase Case, Relation Relation)> Wrong =>
        Rows.Where(row => row.Relation.Verdict is Verdict.Faster or Verdict.Slower);

    /// <summary>Whether all rounds together show a systematic deviation of more than 1 %.</summary>
    public bool IsBiased => Together?.Verdict is Verdict.Faster or Verdict.Slower;

    /// <summary>Finds them in a run.</summary>
    /// <param name="run">A valid run.</param>
    public static SelfDuels Of(RunFile run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var fought = run
            .Cases.Select(c => (Case: c, Duel: Relation.DuelWith(c, c.Id)))
            .Where(c => c.Duel is not null)
            .ToList();
        List<double> all = [.. fought.SelectMany(c => c.Duel!.Values)];
        return new(
            [.. fought.Select(c => (c.Case, Relation.OfDuel(c.Duel!.Values, new())))],
            all.Count == 0 ? null : Relation.OfDuel(all, new() { Threshold = MostBias })
        );
    }
}
