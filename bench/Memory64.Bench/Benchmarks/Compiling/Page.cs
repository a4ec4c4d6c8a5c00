using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Compiling;

internal sealed class Page : PageWriter<Compilation>
{
    /// <summary>The metric of a round: bytes of machine code that the guest became.</summary>
    public const string CodeBytes = "codeBytes";

    private const string Compile = nameof(Compilation.Compile),
        Deserialize = nameof(Compilation.Deserialize),
        Memory = nameof(Compilation.Memory),
        Source = nameof(Compilation.Source);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(Compilation),
            Question =
                "What do 64-bit addresses add to compiling a guest, to loading it compiled, and to the machine code that it becomes?",
            Note =
                "A host compiles a guest once, or ships it compiled and loads it at each start. Read the ratios against memory32 for what 64-bit addresses add to either, and the size of the code, most of whose growth is checks.",
            Columns = [PageColumn.Megabytes, PageColumn.Metric(CodeBytes, "Code (KiB)", 1 << 10)],
            Questions =
            [
                Memories("memory64 against memory32, compilation by one thread", Compile),
                Memories("memory64 against memory32, loading what was compiled", Deserialize),
            ],
            MainCases =
            [
                new(
                    "Compilation of a guest of 4 KiB by one thread, memory64",
                    Cases(
                        Compile,
                        (Memory, MemoryKind.memory64),
                        (Source, Compiling.Source.access),
                        (nameof(Compilation.Threads), Threads.one)
                    )
                ),
            ],
        };

    private static Question Memories(string title, string method) =>
        new(
            title,
            Cases(method, (Memory, MemoryKind.memory64)),
            Cases(method, (Memory, MemoryKind.memory32))
        );
}
