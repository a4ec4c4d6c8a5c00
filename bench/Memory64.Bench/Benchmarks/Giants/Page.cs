using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Giants;

internal sealed class Page : PageWriter<LargeMemory>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(LargeMemory),
            Question =
                "What changes beyond 16 GiB, up to 256 GiB of which a few pages are touched: creating a memory (`Instantiate`), and growing an empty one to its first and last byte (`Seed`)?",
            Note =
                "A file or an index may be larger than the machine's memory; its addresses must not. What the system or the engine refuses is a skipped row with the reason.",
            Columns =
            [
                PageColumn.Metric(LargeMemory.AddressBytes, "Address space (GiB)", 1L << 30) with
                {
                    IsDetail = false,
                },
            ],
            Questions =
            [
                Sizes("creating a memory", nameof(LargeMemory.Instantiate)),
                Sizes("growing an empty memory", nameof(LargeMemory.Seed)),
                Sizes("bare system calls", nameof(LargeMemory.SystemCalls)),
            ],
        };

    private static Question Sizes(string what, string method) =>
        new(
            $"256 GiB against 16 GiB, {what}",
            Cases(method, (nameof(LargeMemory.Size), ByteSize.GiB(256))),
            Cases(method, (nameof(LargeMemory.Size), ByteSize.GiB(16)))
        );
}
