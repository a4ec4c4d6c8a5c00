using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Blocks;

internal sealed class Page : PageWriter<BulkMemory>
{
    private static readonly ByteSize Short = new(16),
        Long = ByteSize.MiB(256);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(BulkMemory),
            Question =
                "What does one `memory.fill` or `memory.copy` of 16 B to 256 MiB cost, with a constant length and with a variable one (`Small`)?",
            Note =
                "memory.fill and memory.copy are how guests clear and move what they have. Short ones show what an engine does before the first byte and what a constant length saves it, long ones should be at 1 against native.",
            Questions =
            [
                Native("memory.fill of 256 MiB", nameof(BulkMemory.Fill), Long),
                Native("memory.copy of 256 MiB", nameof(BulkMemory.Copy), Long).AsMain(),
                Native("memory.copy of 16 bytes", nameof(BulkMemory.CopySmall), Short),
                Constant(
                    "memory.copy",
                    nameof(BulkMemory.CopyConstant),
                    nameof(BulkMemory.CopySmall)
                ),
                Constant(
                    "memory.fill",
                    nameof(BulkMemory.FillConstant),
                    nameof(BulkMemory.FillSmall)
                ),
            ],
            MainCases =
            [
                new(
                    "memory.copy of 256 MiB, memory64",
                    Block(nameof(BulkMemory.Copy), MemoryKind.memory64, Long)
                ),
                new(
                    "memory.copy of 16 bytes, constant length, memory64",
                    Block(nameof(BulkMemory.CopyConstant), MemoryKind.memory64, Short)
                ),
            ],
            CodeRows =
            [
                .. from memory in new[] { MemoryKind.memory64, MemoryKind.memory32 }
                select new CodeRow(
                    $"memory.copy of 16 bytes, constant length, {memory}",
                    Block(nameof(BulkMemory.CopyConstant), memory, Short)
                ),
            ],
        };

    private static CasePattern Block(string method, MemoryKind memory, ByteSize size) =>
        Cases(method, (nameof(BulkMemory.Memory), memory), (nameof(BulkMemory.Size), size));

    private static Question Native(string what, string method, ByteSize size) =>
        new(
            $"memory64 against native, {what}",
            Block(method, MemoryKind.memory64, size),
            Block(method, MemoryKind.native, size)
        );

    private static Question Constant(string what, string constant, string variable) =>
        new(
            $"Constant length against a variable one, {what} of 16 bytes",
            Block(constant, MemoryKind.memory64, Short),
            Block(variable, MemoryKind.memory64, Short)
        );
}
