using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Comparisons;

/// <summary>Compares by the duels of NEW's run alone; see <see cref="Comparison.OfDuels"/>.</summary>
/// <param name="run">The run of NEW.</param>
/// <param name="baseEngine">Whom it fought.</param>
/// <param name="codeOf">The code of BASE's loop of a case.</param>
/// <param name="options">Alpha and threshold.</param>
internal sealed class DuelComparer(
    RunFile run,
    RunEngine baseEngine,
    Func<string, RunCode?> codeOf,
    ComparisonOptions options
)
{
    public Comparison Compare()
    {
        var fought = run
            .Cases.Order(CaseSequence.Instance)
            .Select(c => (Case: c, Step: DuelStep.Of(c, run.Engine, baseEngine)))
            .ToList();
        return new()
        {
            Base = new(baseEngine, run.Machine),
            New = ComparisonSide.Of(run),
            Options = options,
            Cases =
            [
                .. from each in fought
                where each.Step is not null
                let code = each.Case.Code is { } newer
                    ? CodeDifference.Of(codeOf(each.Case.Id), newer)
                    : null
                select ComparedCase.Of(each.Case, each.Step, options, code) with
                {
                    Remark = each.Case.Reason,
                },
            ],
            Uncompared =
            [
                .. from each in fought
                where each.Step is null
                select new UncomparedCase(
                    each.Case,
                    Base: null,
                    New: null,
                    Why(each.Case),
                    IsLost: each.Case.Status == CaseStatus.Failed
                ),
            ],
            EnvironmentDifferences = [],
        };
    }

    private string Why(RunCase c) =>
        c.Status switch
        {
            CaseStatus.Skipped => $"skipped: {c.Reason}",
            CaseStatus.Failed => $"failed: {c.Reason}",
            _ => c.Duels.Select(duel => duel.Reason).OfType<string>().FirstOrDefault()
                ?? $"no round of its duel with {baseEngine.Version} ended",
        };
}
