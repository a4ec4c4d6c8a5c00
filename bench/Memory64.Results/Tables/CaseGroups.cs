using Memory64.Results.Book;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Tables;

/// <summary>
/// Which cases make a table: those of one benchmark class, or those of one unit of it, so that no column mixes
/// microseconds with seconds.
/// </summary>
internal static class CaseGroups
{
    /// <summary>Every case once, with the title of its table; the cases of a table in the order of the book.</summary>
    public static IEnumerable<(string Title, IEnumerable<RunCase> Cases)> Of(
        IEnumerable<RunCase> cases,
        SuiteBook book
    ) =>
        cases
            .GroupBy(c => c.Benchmark, StringComparer.Ordinal)
            .OrderBy(benchmark => book.RankOf(benchmark.Key))
            .SelectMany(Parts)
            .Select(part =>
                (part.Title, (IEnumerable<RunCase>)part.Cases.Order(book.CaseSequence))
            );

    private static IEnumerable<(string Title, IEnumerable<RunCase> Cases)> Parts(
        IGrouping<string, RunCase> benchmark
    )
    {
        var units = benchmark.GroupBy(c => c.Unit).OrderBy(unit => unit.Key).ToList();
        return units.Count == 1
            ? [(benchmark.Key, benchmark)]
            : units.Select(unit => ($"{benchmark.Key}: {Methods(unit)}", unit.AsEnumerable()));
    }

    private static string Methods(IEnumerable<RunCase> cases) =>
        string.Join(", ", cases.Select(c => c.Method).Distinct().Order(StringComparer.Ordinal));
}
