using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Chains;

internal sealed class Page : PageWriter<Latency>
{
    private const string Chase = nameof(Latency.Chase);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(Latency),
            Question =
                "What does an access cost that waits for the one before (`Chase`, `Stride`), or goes to a random word (`Update`, GUPS-like), in the first-level cache and out of all caches?",
            Note =
                "A tree, a graph or a hash table waits for each access before it makes the next. Cached rows show what a check adds to each step, uncached ones should be close to native, because the memory takes so much longer.",
            Answers =
            [
                new(
                    3,
                    "Work that waits for memory",
                    "a step of a pointer chase, over memory32: {0} where the first-level cache holds the chain, {1} where no cache does",
                    [
                        Against("pointer chase in the first-level cache", DataSet.cached),
                        Against("pointer chase out of all caches", DataSet.uncached),
                    ]
                ),
            ],
            Questions =
            [
                Against(
                        "memory64 against memory32, pointer chase in the first-level cache",
                        DataSet.cached
                    )
                    .AcrossEngines(),
                Against(
                        "memory64 against memory32, pointer chase out of all caches",
                        DataSet.uncached
                    )
                    .AsMain()
                    .AcrossEngines(),
                Against(
                    "memory64 against native, pointer chase out of all caches",
                    DataSet.uncached,
                    MemoryKind.native
                ),
                Against(
                    "memory64 against memory32, random updates out of all caches",
                    DataSet.uncached,
                    method: nameof(Latency.Update)
                ),
            ],
            MainCases =
            [
                new(
                    "Step of a pointer chase out of all caches, memory64",
                    Random(Chase, MemoryKind.memory64, DataSet.uncached)
                ),
            ],
            CodeRows =
            [
                .. from loop in new[]
                {
                    (Method: Chase, Text: "Step of a pointer chase"),
                    (Method: nameof(Latency.Update), Text: "Random update"),
                }
                from memory in new[] { MemoryKind.memory64, MemoryKind.memory32 }
                select new CodeRow(
                    $"{loop.Text}, {memory}",
                    Random(loop.Method, memory, DataSet.cached)
                ),
            ],
        };

    private static CasePattern Random(string method, MemoryKind memory, DataSet set) =>
        Cases(
            method,
            (nameof(Latency.Memory), memory),
            (nameof(Latency.Window), Window.below),
            (nameof(Latency.Set), set)
        );

    private static Question Against(
        string title,
        DataSet set,
        MemoryKind under = MemoryKind.memory32,
        string method = Chase
    ) => new(title, Random(method, MemoryKind.memory64, set), Random(method, under, set));
}
