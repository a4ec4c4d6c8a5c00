using Memory64.Results.RunFiles;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>Compares the cases of two runs; see <see cref="Comparison.Of"/>.</summary>
internal sealed class CaseComparer(RunFile baseRun, RunFile newRun, ComparisonOptions options)
{
    private readonly Dictionary<string, RunCase> baseCases = baseRun.Cases.ToDictionary(c => c.Id);
    private readonly Dictionary<string, RunCase> newCases = newRun.Cases.ToDictionary(c => c.Id);

    public Comparison Compare()
    {
        var all = newRun
            .Cases.Concat(baseRun.Cases.Where(c => !newCases.ContainsKey(c.Id)))
            .Order(CaseOrder.Instance)
            .ToLookup(c => IsMeasured(baseCases, c.Id) && IsMeasured(newCases, c.Id));
        return new()
        {
            Base = baseRun,
            New = newRun,
            Options = options,
            Cases = [.. all[true].Select(c => Compare(baseCases[c.Id], c))],
            Uncompared = [.. all[false].Select(Uncompared)],
        };
    }

    private ComparedCase Compare(RunCase baseCase, RunCase newCase)
    {
        RefuseOtherGuest(baseCase, newCase);
        var (old, now) = (Values(baseCase), Values(newCase));
        return new()
        {
            Case = newCase,
            Base = RoundStatistics.Summarize(old),
            New = RoundStatistics.Summarize(now),
            Ratio = RoundStatistics.Ratio(now, old),
            Interval = MannWhitney.RatioInterval(now, old, options.Alpha),
            Shift = RoundStatistics.Shift(now, old),
            Disparity = RoundStatistics.Disparity(now, old),
            PValue = MannWhitney.TwoSided(now, old),
            Verdict = EquivalenceTest.Decide(old, now, options),
            Controls = [.. Relations(baseCase, newCase)],
        };
    }

    private IEnumerable<ControlRelation> Relations(RunCase baseCase, RunCase newCase) =>
        from control in newCase.Controls
        where
            baseCase.Controls.GetValueOrDefault(control.Key) == control.Value
            && IsMeasured(baseCases, control.Value)
            && IsMeasured(newCases, control.Value)
        select new ControlRelation(
            control.Key,
            control.Value,
            RoundStatistics.Ratio(Values(baseCase), Values(baseCases[control.Value])),
            RoundStatistics.Ratio(Values(newCase), Values(newCases[control.Value]))
        );

    private UncomparedCase Uncompared(RunCase c)
    {
        var reasons = new[] { Missing(baseCases, c.Id, "BASE"), Missing(newCases, c.Id, "NEW") };
        return new(
            c,
            SummaryOf(baseCases, c.Id),
            SummaryOf(newCases, c.Id),
            string.Join("; ", reasons.OfType<string>())
        );
    }

    private static string? Missing(Dictionary<string, RunCase> cases, string id, string side) =>
        cases.GetValueOrDefault(id) switch
        {
            null => $"not in {side}",
            { Status: CaseStatus.Skipped } c => $"skipped in {side}: {c.Reason}",
            { Status: CaseStatus.Failed } c => $"failed in {side}: {c.Reason}",
            _ => null,
        };

    private static Summary? SummaryOf(Dictionary<string, RunCase> cases, string id) =>
        IsMeasured(cases, id) ? RoundStatistics.Summarize(cases[id].Rounds) : null;

    private static bool IsMeasured(Dictionary<string, RunCase> cases, string id) =>
        cases.GetValueOrDefault(id) is { Status: CaseStatus.Measured };

    private static IReadOnlyList<double> Values(RunCase c) => RoundStatistics.Values(c.Rounds);

    private static void RefuseOtherGuest(RunCase baseCase, RunCase newCase)
    {
        if (
            !string.Equals(
                baseCase.Guest?.Sha256,
                newCase.Guest?.Sha256,
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            throw new ComparisonException(
                $"results of different guests are not compared: {newCase.Id} ran {Guest(baseCase)} in BASE and {Guest(newCase)} in NEW; measure one of the two again"
            );
        }
    }

    private static string Guest(RunCase c) =>
        c.Guest is { } guest ? $"{guest.Name} with sha256 {guest.Sha256}" : "no guest";
}
