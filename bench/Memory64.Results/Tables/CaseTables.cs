using Memory64.Results.RunFiles;

namespace Memory64.Results.Tables;

/// <summary>
/// The tables of a run: one for each benchmark class, or one for each unit of its cases, so that no column mixes
/// microseconds with seconds.
/// </summary>
public static class CaseTables
{
    /// <summary>Builds the tables. Every case of the run is a row of one of them.</summary>
    /// <param name="run">A valid run.</param>
    public static IReadOnlyList<Table> Of(RunFile run)
    {
        var results = run
            .Cases.Select(CaseResult.Of)
            .ToDictionary(r => r.Case.Id, StringComparer.Ordinal);
        return
        [
            .. CaseGroups
                .Of(run.Cases)
                .Select(group =>
                    CaseTable.Of(
                        group.Title,
                        [.. group.Cases.Select(c => results[c.Id])],
                        results,
                        run.Machine.PageBytes
                    )
                ),
        ];
    }
}
