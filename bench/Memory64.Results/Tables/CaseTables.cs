using Memory64.Results.Book;
using Memory64.Results.RunFiles;

namespace Memory64.Results.Tables;

/// <summary>
/// The tables of a run: for each benchmark class, or for each unit of its cases, so that no column mixes microseconds with
/// seconds, one of ratios where its cases have controls, and one of levels.
/// </summary>
public static class CaseTables
{
    /// <summary>Builds the tables. Every case of the run is a row of one table of levels.</summary>
    /// <param name="run">A valid run.</param>
    /// <param name="book">What is to be said of the cases beyond their figures.</param>
    public static IReadOnlyList<Table> Of(RunFile run, SuiteBook book) =>
        Of(RunResults.Of(run, book));

    /// <summary>Builds the tables from figures that are there already.</summary>
    /// <param name="results">The figures of a run.</param>
    public static IReadOnlyList<Table> Of(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. CaseGroups
                .Of(results.Run.Cases, results.Book)
                .SelectMany(group =>
                    Of(group.Title, [.. group.Cases.Select(c => results.Find(c.Id)!)], results)
                ),
        ];
    }

    private static IEnumerable<Table> Of(
        string title,
        IReadOnlyList<CaseResult> cases,
        RunResults results
    ) =>
        RatioTable.Of(title, cases, results) is { } ratios
            ?
            [
                ratios,
                LevelTables.BehindRatios(
                    CaseTable.Of(title, cases, results),
                    cases.Select(c => c.Case)
                ),
            ]
            : [CaseTable.Of(title, cases, results)];
}
