using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// An engine that was measured again in the same run (A/A). Nothing differs but chance, so a verdict of faster or slower
/// is wrong, and is shown with the tables. Once a case of either was measured in another run, the machine may differ too.
/// </summary>
/// <param name="First">The first measurement.</param>
/// <param name="Engine">The second.</param>
/// <param name="Comparison">The second against the first; null where the two can't be compared.</param>
/// <param name="Refusal">Why they can't; else null.</param>
internal sealed record RepeatedEngine(
    MeasuredEngine First,
    MeasuredEngine Engine,
    Comparison? Comparison,
    string? Refusal
)
{
    public static RepeatedEngine Of(MeasuredEngine first, MeasuredEngine engine)
    {
        try
        {
            return new(first, engine, Comparison.Of(first.Run, engine.Run), null);
        }
        catch (ComparisonException e)
        {
            return new(first, engine, null, e.Message);
        }
    }

    /// <summary>How many verdicts are what they must be.</summary>
    public string Verdicts =>
        Comparison switch
        {
            null => $"{Engine.Id} is {First.Id} measured again (A/A), but: {Refusal}.",
            { IsInterleaved: true, Totals: var totals } =>
                $"{Engine.Id} is {First.Id} measured again (A/A): nothing but chance differs. Verdicts of {Engine.Id} against {First.Id}: "
                    + $"{totals.Same} same, {totals.SameWithin} same within a margin, {totals.Unsure} unsure, {totals.TooFewRounds} with too few rounds, {totals.Faster + totals.Slower} wrong.",
            { Totals: var totals } =>
                $"{Engine.Id} is {First.Id} measured again, but not all of it in one run: the machine may differ. Verdicts of {Engine.Id} against {First.Id}: "
                    + $"{totals.Same} same, {totals.SameWithin} same within a margin, {totals.Unsure} unsure, {totals.TooFewRounds} with too few rounds, {totals.Faster} faster, {totals.Slower} slower.",
        };

    /// <summary>The verdicts that are wrong, a sentence each.</summary>
    public IEnumerable<string> Wrong =>
        from c in Comparison is { IsInterleaved: true } ? Comparison.Differing : []
        select $"Wrong: {c.Case.Id} {VerdictText.Format(c.Relation)}, {RelationText.WithInterval(c.Relation)}";

    /// <summary>The two case by case.</summary>
    public IReadOnlyList<Table> Tables =>
        Comparison is null ? [] : ComparisonTables.Of(Comparison, First.Results.Book);
}
