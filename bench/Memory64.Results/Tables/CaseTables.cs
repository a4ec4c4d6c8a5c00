using Memory64.Results.RunFiles;

namespace Memory64.Results.Tables;

/// <summary>The tables of a run: one for each benchmark class.</summary>
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
                .Select(benchmark =>
                    CaseTable.Of(
                        benchmark.Key,
                        [.. benchmark.Order(CaseOrder.Instance).Select(c => results[c.Id])],
                        results,
                        run.Machine.PageBytes
                    )
                ),
        ];
    }

    private static int Rank(string benchmark) =>
        Array.IndexOf(FirstBenchmarks, benchmark) is >= 0 and var rank
            ? rank
            : FirstBenchmarks.Length;
}
