using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Concurrency;

/// <summary>The cases of <see cref="ParallelInstantiation"/>.</summary>
internal static class ParallelCases
{
    private static readonly int[] Threads = [1, 2, 4, 8];

    private static readonly int[] Touched = [0, 1024];

    public static IEnumerable<CaseDescription> All =>
        from allocator in (Allocator[])[Allocator.OnDemand, Allocator.Pooling, Allocator.none]
        from size in ParallelInstantiation.Sizes
        from touched in Touched
        where size.Bytes > ByteSize.MiB(1).Bytes || touched == 0
        from threads in Threads
        select Of(threads, size, allocator, touched);

    private static CaseDescription Of(
        int threads,
        ByteSize size,
        Allocator allocator,
        int touched
    ) =>
        new()
        {
            Method = nameof(ParallelInstantiation.Create),
            Values =
            [
                (
                    nameof(ParallelInstantiation.Memory),
                    allocator == Allocator.none ? MemoryKind.native : MemoryKind.memory64
                ),
                (nameof(ParallelInstantiation.Threads), threads),
                (nameof(ParallelInstantiation.Size), size),
                (nameof(ParallelInstantiation.Allocator), allocator),
                (nameof(ParallelInstantiation.TouchedKiB), touched),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            Operations = threads * ParallelInstantiation.Each,
            NotOnV8 = "V8 runs guests on one thread here",
            Guest =
                allocator == Allocator.none
                    ? null
                    : DefinedMemory.GuestOf(MemoryKind.memory64, size),
            Settings = DefinedMemory.SettingsOf(allocator),
            AccessibleBytes = (ulong)threads * size.Bytes,
            ResidentBytes = (ulong)threads * ByteSize.KiB((ulong)touched).Bytes,
            Needs = [new ThreadsOfCores(threads)],
            Controls =
            [
                .. threads > 1
                    ? [new Control("one thread", (nameof(ParallelInstantiation.Threads), 1))]
                    : (Control[])[],
                .. allocator != Allocator.none
                    ?
                    [
                        new Control(
                            "system calls",
                            (nameof(ParallelInstantiation.Memory), MemoryKind.native),
                            (nameof(ParallelInstantiation.Allocator), Allocator.none)
                        ),
                    ]
                    : (Control[])[],
            ],
        };
}
