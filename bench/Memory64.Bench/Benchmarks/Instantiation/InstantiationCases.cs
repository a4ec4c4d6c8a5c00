using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Instantiation;

/// <summary>The cases of <see cref="MemoryInstantiation"/>.</summary>
internal static class InstantiationCases
{
    private static readonly Allocator[] Allocators = [Allocator.OnDemand, Allocator.Pooling];

    // 4 GiB is the largest that memory32 has.
    private static readonly (MemoryKind Memory, ByteSize Size)[] Memories =
    [
        .. MemoryInstantiation.Sizes.Select(size => (MemoryKind.memory64, size)),
        (MemoryKind.memory32, ByteSize.KiB(64)),
        (MemoryKind.memory32, ByteSize.FourGiB),
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from created in Memories
            from allocator in Allocators
            from method in (string[])
                [nameof(MemoryInstantiation.Instantiate), nameof(MemoryInstantiation.First)]
            select Of(method, created.Memory, created.Size, allocator),
            .. from created in Memories
            where created.Size != ByteSize.KiB(64)
            select Of(
                nameof(MemoryInstantiation.InstantiateUsed),
                created.Memory,
                created.Size,
                Allocator.Pooling
            ),
            .. from created in Memories
            select Of(
                nameof(MemoryInstantiation.HostCreated),
                created.Memory,
                created.Size,
                Allocator.none
            ),
            .. from size in MemoryInstantiation.Sizes
            select Of(
                nameof(MemoryInstantiation.SystemCalls),
                MemoryKind.native,
                size,
                Allocator.none
            ),
        ];

    /// <summary>A guest that is quick to instantiate.</summary>
    public static Guest Small => DefinedMemory.GuestOf(MemoryKind.memory32, ByteSize.KiB(64));

    /// <summary>The guest that imports one.</summary>
    public static Guest Importing(MemoryKind memory) =>
        Guest.Named(memory == MemoryKind.memory64 ? "imported-m64" : "imported-m32");

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        ByteSize size,
        Allocator allocator
    ) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(MemoryInstantiation.Memory), memory),
                (nameof(MemoryInstantiation.Size), size),
                (nameof(MemoryInstantiation.Allocator), allocator),
            ],
            Profile = ProfileOf(method, memory, size, allocator),
            Sampling =
                method == nameof(MemoryInstantiation.First)
                    ? Sampling.Once(warmups: 1, iterations: 1)
                    : Sampling.Repeated,
            IsFirst = method == nameof(MemoryInstantiation.First),
            Unit = TimeUnit.Microsecond,
            NotOnV8 =
                "V8 gives a memory back when it collects garbage, as it does where 4 GiB or more are created: no price of an instance; see CollectedMemory",
            Guest = method switch
            {
                nameof(MemoryInstantiation.SystemCalls) => null,
                nameof(MemoryInstantiation.HostCreated) => Importing(memory),
                _ => DefinedMemory.GuestOf(memory, size),
            },
            Settings = DefinedMemory.SettingsOf(allocator),
            AccessibleBytes = size.Bytes,
            Controls = memory switch
            {
                MemoryKind.memory64 => [Twin, Floor],
                MemoryKind.memory32 => [Floor],
                _ => [],
            },
        };

    private static Control Twin =>
        new(
            "memory32",
            (nameof(MemoryInstantiation.Memory), MemoryKind.memory32),
            (nameof(MemoryInstantiation.Size), ByteSize.FourGiB)
        );

    private static Control Floor =>
        new(
            "system calls",
            (nameof(MemoryInstantiation.Memory), MemoryKind.native),
            (nameof(MemoryInstantiation.Allocator), Allocator.none)
        )
        {
            Method = nameof(MemoryInstantiation.SystemCalls),
        };

    // Aside is what nobody asks first: a memory64 that a memory32 could be, and the first use of a pool or of a small memory.
    private static Profile ProfileOf(
        string method,
        MemoryKind memory,
        ByteSize size,
        Allocator allocator
    )
    {
        var isFirst = method == nameof(MemoryInstantiation.First);
        var isAside =
            (memory == MemoryKind.memory64 && size.Bytes <= ByteSize.FourGiB.Bytes)
            || (isFirst && allocator == Allocator.Pooling)
            || (
                (isFirst || method == nameof(MemoryInstantiation.HostCreated))
                && size == ByteSize.KiB(64)
            );
        return isAside ? Profile.Full
            : method
                is nameof(MemoryInstantiation.Instantiate)
                    or nameof(MemoryInstantiation.SystemCalls)
                ? Profile.Smoke
            : Profile.Standard;
    }
}
