using System.Globalization;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>Compares the cases of two runs; see <see cref="Comparison.Of"/>.</summary>
/// <param name="baseRun">What is compared with.</param>
/// <param name="newRun">What is compared.</param>
/// <param name="between">Runs of other engines, by whose duels the two may be joined.</param>
/// <param name="options">Alpha and threshold.</param>
internal sealed class CaseComparer(
    RunFile baseRun,
    RunFile newRun,
    IEnumerable<RunFile> between,
    ComparisonOptions options
)
{
    private readonly DuelPaths _duels = new(baseRun, newRun, between);
    private readonly Dictionary<string, RunCase> _baseCases = baseRun.Cases.ToDictionary(c => c.Id);
    private readonly Dictionary<string, RunCase> _newCases = newRun.Cases.ToDictionary(c => c.Id);

    public Comparison Compare()
    {
        var all = newRun
            .Cases.Concat(baseRun.Cases.Where(c => !_newCases.ContainsKey(c.Id)))
            .Order(CaseSequence.Instance)
            .ToLookup(c => IsComparable(c.Id));
        return new()
        {
            Base = ComparisonSide.Of(baseRun),
            New = ComparisonSide.Of(newRun),
            Options = options,
            Cases = [.. all[true].Select(c => Compare(_baseCases[c.Id], _newCases[c.Id]))],
            Uncompared = [.. all[false].Select(Uncompared)],
            EnvironmentDifferences = [.. EnvironmentDifferences([.. all[true].Select(c => c.Id)])],
        };
    }

    private IEnumerable<string> EnvironmentDifferences(IReadOnlyList<string> compared) =>
        from fact in EnvironmentFact.All
        let older = Values(baseRun, compared.Select(id => _baseCases[id]), fact)
        let newer = Values(newRun, compared.Select(id => _newCases[id]), fact)
        where older != newer
        select $"{fact.Name}: {older} in BASE, {newer} in NEW";

    // What is compared may be of several runs.
    private static string Values(
        RunFile run,
        IEnumerable<RunCase> compared,
        EnvironmentFact fact
    ) =>
        string.Join(
            " and ",
            compared.Select(c => fact.Of(run.StartOf(c), run)).Distinct(StringComparer.Ordinal)
        );

    private ComparedCase Compare(RunCase baseCase, RunCase newCase)
    {
        var code = CodeDifference.Of(baseCase.Code, newCase.Code);
        var compared = _duels.Path(newCase.Id) switch
        {
            [] => ComparedCase.OfLevels(newCase, baseCase.Values, options, code) with
            {
                IsInterleaved =
                    baseRun.Machine.IsSame(newRun.Machine)
                    && baseRun.StartOf(baseCase).Started == newRun.StartOf(newCase).Started,
            },
            [var duel] => ComparedCase.Of(newCase, duel, options, code),
            var steps => ComparedCase.Of(newCase, steps, options, code) with
            {
                Levels = (
                    RoundStatistics.Summarize(baseCase.Values),
                    RoundStatistics.Summarize(newCase.Values)
                ),
            },
        };
        return compared with
        {
            Remark = Remark(baseCase, newCase),
            Controls = [.. Relations(baseCase, newCase)],
        };
    }

    private IEnumerable<ControlRelation> Relations(RunCase baseCase, RunCase newCase)
    {
        // Each of the two at half of alpha: their quotient misses where one of them does.
        var half = options with
        {
            Alpha = options.Alpha / 2,
        };
        return from control in newCase.Controls
            where
                baseCase.Controls.GetValueOrDefault(control.Key) == control.Value
                && IsComparable(control.Value)
            let old = Relation.Of(baseCase, _baseCases[control.Value], half)
            let now = Relation.Of(newCase, _newCases[control.Value], half)
            where old is not null && now is not null
            select new ControlRelation(control.Key, control.Value, old, now);
    }

    private bool IsComparable(string id)
    {
        if (!IsMeasured(_baseCases, id) || !IsMeasured(_newCases, id))
        {
            return false;
        }

        RefuseOtherGuest(_baseCases[id], _newCases[id]);
        return DifferentWork(_baseCases[id], _newCases[id]) is null;
    }

    private UncomparedCase Uncompared(RunCase c)
    {
        var reasons = new[]
        {
            Missing(_baseCases, c.Id, "BASE"),
            Missing(_newCases, c.Id, "NEW"),
            DifferentWork(_baseCases.GetValueOrDefault(c.Id), _newCases.GetValueOrDefault(c.Id)),
        };
        return new(
            c,
            SummaryOf(_baseCases, c.Id),
            SummaryOf(_newCases, c.Id),
            string.Join("; ", reasons.OfType<string>()),
            IsLost: IsMeasured(_baseCases, c.Id)
                && _newCases.GetValueOrDefault(c.Id) is { Status: CaseStatus.Failed }
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

    // Settings, operations, bytes, input and unit follow from the case, so where they differ the case was changed and kept its name.
    // That is a matter of this case: the others remain comparable, unlike those of another guest.
    private static string? DifferentWork(RunCase? baseCase, RunCase? newCase) =>
        baseCase is not { Status: CaseStatus.Measured }
        || newCase is not { Status: CaseStatus.Measured }
            ? null
        : !baseCase.Settings.ToHashSet().SetEquals(newCase.Settings)
            ? Other("settings", Settings(baseCase), Settings(newCase))
        : baseCase.Operations != newCase.Operations
            ? Other("number of operations", baseCase.Operations, newCase.Operations)
        : baseCase.Bytes != newCase.Bytes
            ? Other("bytes an operation", baseCase.Bytes, newCase.Bytes)
        : baseCase.Input?.Sha256 != newCase.Input?.Sha256
            ? Other("input", InputOf(baseCase), InputOf(newCase))
        : baseCase.Unit != newCase.Unit ? Other("unit", baseCase.Unit, newCase.Unit)
        : null;

    private static string Other<T>(string what, T older, T newer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"other {what}: {older} in BASE, {newer} in NEW"
        );

    private static string? Remark(RunCase baseCase, RunCase newCase) =>
        (baseCase.Reason, newCase.Reason) switch
        {
            (null or "", null or "") => null,
            var (older, newer) when older == newer => older,
            (null or "", var newer) => $"NEW: {newer}",
            (var older, null or "") => $"BASE: {older}",
            var (older, newer) => $"BASE: {older}; NEW: {newer}",
        };

    private static string InputOf(RunCase c) =>
        c.Input is { } input
            ? $"{input.Name} of {input.Bytes} bytes with sha256 {input.Sha256}"
            : "none";

    private static string Settings(RunCase c) =>
        c.Settings.Count == 0
            ? "defaults"
            : string.Join(", ", c.Settings.Select(s => $"{s.Key}={s.Value}"));

    private static Summary? SummaryOf(Dictionary<string, RunCase> cases, string id) =>
        IsMeasured(cases, id) ? RoundStatistics.Summarize(cases[id].Values) : null;

    private static bool IsMeasured(Dictionary<string, RunCase> cases, string id) =>
        cases.GetValueOrDefault(id) is { Status: CaseStatus.Measured };

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
