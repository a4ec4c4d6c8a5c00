using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Concurrency;

internal sealed class Page : PageWriter<ParallelInstantiation>
{
    private const string Create = nameof(ParallelInstantiation.Create),
        Threads = nameof(ParallelInstantiation.Threads);

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(ParallelInstantiation),
            Question =
                "What does an instance cost where 1 to 8 threads create and drop them at the same time, untouched or with 1 MiB of each written (`TouchedKiB`)?",
            Note =
                "The time is that of all threads divided by all instances: with as many cores as threads and no lock between them, two threads take 0.5x of one. Read the ratio against one thread for what threads gain, against the system calls for what the engine adds.",
            Questions =
            [
                Gain("on demand", Allocator.OnDemand),
                Gain("pooling", Allocator.Pooling),
                new(
                    "Two threads against one, bare memories of 8 GiB with 1 MiB written",
                    Bare(2),
                    Bare(1)
                ),
            ],
        };

    private static Question Gain(string how, Allocator allocator) =>
        new(
            $"Two threads against one, instances of 8 GiB with 1 MiB written, {how}",
            Of(2, allocator),
            Of(1, allocator)
        );

    private static CasePattern Bare(int threads) =>
        Cases(
            Create,
            (nameof(ParallelInstantiation.Memory), MemoryKind.native),
            (Threads, threads),
            (nameof(ParallelInstantiation.Size), ByteSize.GiB(8)),
            (nameof(ParallelInstantiation.TouchedKiB), 1024)
        );

    private static CasePattern Of(int threads, Allocator allocator) =>
        Cases(
            Create,
            (nameof(ParallelInstantiation.Memory), MemoryKind.memory64),
            (Threads, threads),
            (nameof(ParallelInstantiation.Size), ByteSize.GiB(8)),
            (nameof(ParallelInstantiation.Allocator), allocator),
            (nameof(ParallelInstantiation.TouchedKiB), 1024)
        );
}
