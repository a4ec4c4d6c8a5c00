using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Host;

internal sealed class Page : PageWriter<HostAccess>
{
    private const string Memory = nameof(HostAccess.Memory),
        Window = nameof(HostAccess.Window);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(HostAccess),
            Question =
                "What does the host pay to reach a guest's memory, by words (`Read`, `Write`) and by blocks (`CopyIn`, `CopyOut`)?",
            Note =
                "A host fills a guest's memory and reads its results. Words show what locating and checking an address costs, blocks should be at 1 against native.",
            MeasuresAccesses = true,
            Questions =
            [
                new(
                    "Host reads memory64 against native memory, 8 bytes",
                    Read(MemoryKind.memory64),
                    Read(MemoryKind.native)
                ),
                new(
                    "Host copies 200 MB into memory64 against native memory",
                    Copy(MemoryKind.memory64, Shared.Window.above),
                    Copy(MemoryKind.native, Shared.Window.below)
                ),
            ],
        };

    private static CasePattern Read(MemoryKind memory) =>
        Cases(nameof(HostAccess.Read), (Memory, memory), (Window, Shared.Window.below));

    private static CasePattern Copy(MemoryKind memory, Window window) =>
        Cases(
            nameof(HostAccess.CopyIn),
            (Memory, memory),
            (Window, window),
            (nameof(HostAccess.Size), HostAccess.Sizes.Last())
        );
}
