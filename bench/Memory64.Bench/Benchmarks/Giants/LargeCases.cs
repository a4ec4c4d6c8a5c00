using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Giants;

/// <summary>The cases of <see cref="LargeMemory"/>.</summary>
internal static class LargeCases
{
    /// <summary>The size to which each of its memories may grow.</summary>
    public static readonly ByteSize Maximum = ByteSize.GiB(256);

    private static readonly ByteSize Smallest = ByteSize.GiB(16);

    // The assertion touches three places at each multiple of 4 GiB; a page may be a huge one.
    private static readonly ByteSize TouchedBytes = ByteSize.MiB(512);

    public static IEnumerable<CaseDescription> All =>
        from method in (string[])
            [
                nameof(LargeMemory.Instantiate),
                nameof(LargeMemory.Seed),
                nameof(LargeMemory.SystemCalls),
            ]
        from size in LargeMemory.Sizes
        select Of(method, size);

    /// <summary>The guest whose memory is empty at first.</summary>
    public static Guest Empty => Guest.Named("large-m64");

    /// <summary>The guest that defines a memory of a size.</summary>
    public static Guest GuestOf(ByteSize size) => Guest.Named($"large-m64-{size}");

    private static CaseDescription Of(string method, ByteSize size) =>
        new()
        {
            Method = method,
            Values = [(nameof(LargeMemory.Size), size)],
            Profile = Profile.Full,
            Sampling =
                method == nameof(LargeMemory.Seed)
                    ? Sampling.Once(warmups: 3, iterations: 15)
                    : Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            NotOnV8 = "V8 compiles no memory64 that may grow beyond 16 GiB",
            Guest = method switch
            {
                nameof(LargeMemory.Instantiate) => GuestOf(size),
                nameof(LargeMemory.Seed) => Empty,
                _ => null,
            },
            Needs = method switch
            {
                nameof(LargeMemory.Instantiate) => [new GivenByEngine(GuestOf(size), size)],
                nameof(LargeMemory.Seed) => [new GivenByEngine(Empty, size)],
                _ => [],
            },
            ResidentBytes = method == nameof(LargeMemory.SystemCalls) ? 0 : TouchedBytes.Bytes,
            AccessibleBytes = size.Bytes,
            Controls =
            [
                .. size == Smallest
                    ? []
                    : (Control[])[new($"{Smallest}", (nameof(LargeMemory.Size), Smallest))],
                .. method == nameof(LargeMemory.Instantiate)
                    ? (Control[])[new("system calls") { Method = nameof(LargeMemory.SystemCalls) }]
                    : [],
            ],
        };
}
