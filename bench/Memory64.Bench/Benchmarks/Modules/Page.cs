using Memory64.Bench.Benchmarks.Shared;
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
            Programs = new()
            {
                Name = "programs",
                Title = "What memory64 costs programs",
                Note =
                    "Each program is a module with a 32-bit memory, run as it is and widened: rewritten so that its memory is a memory64, while its own pointers stay of 32 bits. Both run in turns in one process, in fresh instances, and must write what is expected of the program. So a ratio is the price of the checks of a memory64 alone; wider pointers are not in it.",
                Program = nameof(YourModule.Module),
                Ratios =
                [
                    Ratio("memory64 ÷ memory32", "memory32", (Memory, ModuleMemory.memory64)),
                    Ratio(
                        "memory64 ÷ memory32, both without Spectre mitigation",
                        "memory32",
                        (Memory, ModuleMemory.memory64),
                        (nameof(YourModule.Setting), Setting.noSpectre)
                    ),
                    Ratio(
                        "memory64 without Spectre mitigation ÷ with it",
                        "default",
                        (Memory, ModuleMemory.memory64),
                        (nameof(YourModule.Setting), Setting.noSpectre)
                    ),
                ],
            },
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

    private static ProgramRatio Ratio(
        string header,
        string control,
        params (string Parameter, object Value)[] values
    ) => new(header, Cases(nameof(YourModule.RunFresh), values), control);

    private static Question Memories(string title, string method) =>
        new(
            title,
            Cases(method, (Memory, ModuleMemory.memory64)),
            Cases(method, (Memory, ModuleMemory.memory32))
        );
}
