using Memory64.Bench.Harness.Cases;
using Memory64.Results.Charts;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Bench.Tests.Results.Charts;

/// <summary>Made-up engines that give every chart.</summary>
internal static class ChartRuns
{
    /// <summary>An engine whose memory64 reads take twice as long as its memory32 reads.</summary>
    public static RunFile Full(string version) =>
        TestRuns.Run(
            version,
            [
                .. from memory in new[] { "memory64", "memory32", "native" }
                from method in new[] { "Read", "Write" }
                from window in new[] { "below", "across", "above" }
                where memory == "memory64" || window == "below"
                select Case(
                    "BoundaryAccess",
                    method,
                    $"Memory={memory}, Window={window}, Width=8",
                    memory == "memory64" ? 1 : 0.5
                ),
                Case("BoundaryAccess", "Read", "Memory=memory64, Window=below, Width=4", 7),
                .. from memory in new[] { "memory64", "memory32", "native" }
                from method in new[] { "Read", "Triad" }
                select Case(
                    "Bandwidth",
                    method,
                    $"Memory={memory}, Window=below, Width=16",
                    memory == "memory64" ? 400_000 : 200_000
                ) with
                {
                    Bytes = 4_000_000,
                },
                .. from allocator in new[] { "OnDemand", "Pooling" }
                from size in new[]
                {
                    ("memory64", "16GiB"),
                    ("memory64", "8GiB"),
                    ("memory32", "4GiB"),
                }
                select Case(
                    "MemoryInstantiation",
                    "Instantiate",
                    $"Memory={size.Item1}, Size={size.Item2}, Allocator={allocator}",
                    12_000
                ),
                Case("MemoryInstantiation", "SystemCalls", "Memory=native, Size=8GiB", 9_000),
                Case("MemoryInstantiation", "SystemCalls", "Memory=native, Size=1TiB", 9_000),
                .. from size in Enumerable.Range(1, 6)
                from method in new[] { ("GrowReserved", 3e3), ("GrowRelocating", 6e8) }
                select Case(
                    "GuestAllocation",
                    method.Item1,
                    $"Memory=memory64, Size={size}GiB",
                    method.Item2 * size
                ),
            ]
        );

    public static ChartEngine Engine(RunFile run) =>
        new(run.Engine.Version, RunResults.Of(run, Suite.Book));

    public static IReadOnlyList<Chart> Charts(params RunFile[] runs) =>
        ChartFinder.Find([.. runs.Select(Engine)], Suite.Book);

    private static RunCase Case(string benchmark, string method, string parameters, double time) =>
        TestRuns.Measured(
            benchmark,
            method,
            parameters,
            [.. Enumerable.Range(-3, 7).Select(i => time * (1 + (i * 0.01)))]
        );
}
