using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Allocation;

/// <summary>The cases of <see cref="GuestAllocation"/>.</summary>
internal static class AllocationCases
{
    /// <summary>Address space for every growth.</summary>
    public static readonly ByteSize Reserved = ByteSize.GiB(16);

    private const string Relocating = nameof(GuestAllocation.GrowRelocating);

    private static readonly ByteSize None = new(0);

    private static readonly ByteSize Least = GuestAllocation.Sizes.First(),
        Most = GuestAllocation.Sizes.Last();

    // A memory32 of 4 GiB is full: it can't grow by the page that would relocate it.
    private static readonly ByteSize[] SizesOf32 =
    [
        .. GuestAllocation.Sizes.Where(size => size.Bytes <= ByteSize.FourGiB.Bytes),
    ];

    // Touching gigabytes takes seconds, so twins touch the least, the most, and what memory32 can hold at most.
    private static readonly ByteSize[] SizesOfTwins = [Least, ByteSize.FourGiB, Most];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from method in (string[])
                [nameof(GuestAllocation.Seed), nameof(GuestAllocation.GrowReserved)]
            from allocated in Allocated(SizesOf32, [.. GuestAllocation.Sizes])
            select Of(method, allocated.Memory, allocated.Size, touches: false, hasTwins: true),
            .. from method in (string[])
                [nameof(GuestAllocation.ZeroFill), nameof(GuestAllocation.FirstTouch)]
            from touched in Allocated([Least, ByteSize.FourGiB], SizesOfTwins)
            select Touching(method, touched.Memory, touched.Size),
            .. from relocated in Allocated([Least], SizesOfTwins)
            select Touching(Relocating, relocated.Memory, relocated.Size),
        ];

    /// <summary>What the engine is told.</summary>
    public static EngineConfiguration SettingsOf(string method) =>
        method switch
        {
            nameof(GuestAllocation.GrowReserved) => new() { MemoryReservation = Reserved },
            Relocating => new() { MemoryReservation = None, MemoryReservationForGrowth = None },
            _ => EngineConfiguration.Default,
        };

    private static (MemoryKind Memory, ByteSize Size)[] Allocated(
        ByteSize[] of32,
        ByteSize[] ofNative
    ) =>
        [
            .. GuestAllocation.Sizes.Select(size => (MemoryKind.memory64, size)),
            .. of32.Select(size => (MemoryKind.memory32, size)),
            .. ofNative.Select(size => (MemoryKind.native, size)),
        ];

    private static CaseDescription Touching(string method, MemoryKind memory, ByteSize size) =>
        Of(method, memory, size, touches: true, hasTwins: SizesOfTwins.Contains(size));

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        ByteSize size,
        bool touches,
        bool hasTwins
    )
    {
        var has32 =
            method == Relocating ? size.Bytes < ByteSize.FourGiB.Bytes : SizesOf32.Contains(size);
        return new()
        {
            Method = method,
            Values =
            [
                (nameof(GuestAllocation.Memory), memory),
                (nameof(GuestAllocation.Size), size),
            ],
            Profile = ProfileOf(method, memory, size, touches),
            Sampling = touches
                ? Sampling.Once(warmups: 0, iterations: 1)
                : Sampling.Once(warmups: 3, iterations: 15),
            Unit = touches ? TimeUnit.Millisecond : TimeUnit.Microsecond,
            Bytes = touches ? (long)size.Bytes : 0,
            Guest = memory == MemoryKind.native ? null : AllocationTarget.GuestOf(memory),
            NotOnV8 =
                method == Relocating
                    ? "V8 relocates nothing: it reserves addresses for the largest memory that it has"
                    : null,
            Loop = method == nameof(GuestAllocation.FirstTouch) ? GrowingGuest.TouchLoop : null,
            Settings = SettingsOf(method),
            ResidentBytes =
                !touches ? 0
                : method == Relocating ? 2 * size.Bytes
                : size.Bytes,
            AccessibleBytes = touches ? 2 * size.Bytes : size.Bytes,
            Controls = hasTwins
                ?
                [
                    .. MemoryControls
                        .Of(memory)
                        .Where(control => has32 || control.Label == nameof(MemoryKind.native)),
                ]
                : [],
        };
    }

    // What takes seconds is for the full profile: standard touches 1 GiB once, and leaves out the twins of most sizes.
    private static Profile ProfileOf(string method, MemoryKind memory, ByteSize size, bool touches)
    {
        var largest = memory == MemoryKind.memory32 ? ByteSize.FourGiB : Most;
        var isInStandard = touches
            ? size == Least && method == nameof(GuestAllocation.FirstTouch)
            : memory == MemoryKind.memory64 || size == Least || size == largest;
        return !isInStandard ? Profile.Full
            : method == nameof(GuestAllocation.Seed) ? Profile.Smoke
            : Profile.Standard;
    }
}
