using Memory64.Results.RunFiles;

namespace Memory64.Results.Tables;

/// <summary>
/// The tables of a run: one for each benchmark class, or one for each unit of its cases, so that no column mixes
/// microseconds with seconds.
/// </summary>
public static class CaseTables
{
    // What a reader asks first; classes that are not named follow in the order of the file.
    private static readonly string[] FirstBenchmarks =
    [
        "MemoryInstantiation",
        "GuestAllocation",
        "BoundaryAccess",
        "HostApi",
    ];

    /// <summary>Builds the tables. Every case of the run is a row of one of them.</summary>
    /// <param name="run">A valid run.</param>
    public static IReadOnlyList<Table> Of(RunFile run)
    {
        var results = run
            .Cases.Select(CaseResult.Of)
            .ToDictionary(r => r.Case.Id, StringComparer.Ordinal);
        return
        [
            .. run
                .Cases.GroupBy(c => c.Benchmark, StringComparer.Ordinal)
                .OrderBy(benchmark => Rank(benchmark.Key))
                .SelectMany(Parts)
                .Select(part =>
                    CaseTable.Of(
                        part.Title,
                        [.. part.Cases.Order(CaseOrder.Instance).Select(c => results[c.Id])],
                        results,
                        run.Machine.PageBytes
                    )
                ),
        ];
    }

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

    private static int Rank(string benchmark) =>
        Array.IndexOf(FirstBenchmarks, benchmark) is >= 0 and var rank
            ? rank
            : FirstBenchmarks.Length;
}
