using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Bridge;

internal sealed class Page : PageWriter<HostBridge>
{
    private const string Memory = nameof(HostBridge.Memory),
        Width = nameof(HostBridge.Width),
        Size = nameof(HostBridge.Size);

    private static readonly ByteSize Block = ByteSize.MB(200);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(HostBridge),
            Question =
                "How do gigabytes reach a guest that can't hold them? A memory32 guest asks the host for each block and sums the copy (`Bridge`), a memory64 guest sums the same bytes in place (`Direct`): the ratio against direct is the price of the bridge",
            Note =
                "Weights can lie in one memory64, or outside a memory32 that asks the host for each block. The ratio against direct is the price of that bridge: the copy, and the read of it that follows.",
            Questions =
            [
                Price("words of 8 bytes", 8).AsMain(),
                Price("words of 16 bytes (SIMD)", 16),
            ],
            MainCases =
            [
                new("Sum of 200 MB in place, memory64", Direct(8)),
                new("Sum of 200 MB through a bridge, memory32", Bridged(8)),
            ],
        };

    private static CasePattern Bridged(int width) =>
        Cases(
            nameof(HostBridge.Bridge),
            (Memory, MemoryKind.memory32),
            (Width, width),
            (Size, Block)
        );

    // The same bytes above 4 GiB.
    private static CasePattern Direct(int width) =>
        Cases(
            nameof(HostBridge.Direct),
            (Memory, MemoryKind.memory64),
            (nameof(HostBridge.Window), Window.above),
            (Width, width),
            (Size, Block)
        );

    private static Question Price(string words, int width) =>
        new(
            $"memory32 with a bridge against memory64 in place, 200 MB, {words}",
            Bridged(width),
            Direct(width)
        );
}
