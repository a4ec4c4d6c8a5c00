using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Modules;

internal sealed class Page : PageWriter<YourModule>
{
    /// <summary>The metric of a round: bytes of machine code that the module became.</summary>
    public const string CodeBytes = "codeBytes";

    private const string Memory = nameof(YourModule.Memory);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(YourModule),
            Question =
                "What would memory64 cost a program of your own (`--module FILE.wasm`): running it, creating it, compiling it?",
            Note =
                "A module with a 32-bit memory is measured as it is and widened: rewritten so that its memory is a memory64, while its own pointers stay of 32 bits. So memory64 against memory32 is the price of the checks alone.",
            Columns = [PageColumn.Metric(CodeBytes, "Code (KiB)", 1 << 10)],
            Questions =
            [
                Memories("memory64 against memory32, your program", nameof(YourModule.Run)),
                Memories(
                    "memory64 against memory32, your program in fresh instances",
                    nameof(YourModule.RunFresh)
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
