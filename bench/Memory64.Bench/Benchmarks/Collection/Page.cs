using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Collection;

internal sealed class Page : PageWriter<CollectedMemory>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(CollectedMemory),
            Question =
                "What does V8 take to create a memory that it gives back by collecting garbage? Measured in V8 alone (`--engine v8@26.10.0`)",
            Note =
                "V8 counts the size of a memory as pressure on its garbage collector: creating 4 GiB or more makes it collect, each time. So these are prices of the collector, and not to be set beside MemoryInstantiation.",
            Questions =
            [
                new(
                    "V8: a memory of 8 GiB against one of 64 KiB, with the collection that it causes",
                    Cases(
                        nameof(CollectedMemory.Create),
                        (nameof(CollectedMemory.Memory), MemoryKind.memory64),
                        (nameof(CollectedMemory.Size), ByteSize.GiB(8))
                    ),
                    Cases(
                        nameof(CollectedMemory.Create),
                        (nameof(CollectedMemory.Memory), MemoryKind.memory64),
                        (nameof(CollectedMemory.Size), ByteSize.KiB(64))
                    )
                ),
            ],
        };
}
