using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Host;

/// <summary>The cases of <see cref="HostAccess"/>: words, and blocks that are copied.</summary>
internal static class HostCases
{
    private static readonly ByteSize Word = HostAccess.Sizes.First(),
        Largest = HostAccess.Sizes.Last();

    // Blocks of a memory64 are copied above 4 GiB alone.
    private static readonly (MemoryKind Memory, Window Window)[] Copied =
    [
        (MemoryKind.memory64, Window.above),
        (MemoryKind.memory32, Window.below),
        (MemoryKind.native, Window.below),
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from method in (string[])[nameof(HostAccess.Read), nameof(HostAccess.Write)]
            from accessed in Copied.Append((Memory: MemoryKind.memory64, Window: Window.below))
            select Of(method, accessed.Memory, accessed.Window, Word) with
            {
                Unit = TimeUnit.Nanosecond,
                Operations = HostWords.Count,
                Bytes = sizeof(ulong),
                NotOnV8 = "the host that V8 knows is JavaScript, in another process",
                Guest =
                    accessed.Memory == MemoryKind.native
                        ? null
                        : HostWords.GuestOf(accessed.Memory),
            },
            .. from method in (string[])[nameof(HostAccess.CopyIn), nameof(HostAccess.CopyOut)]
            from copied in Copied
            from size in HostAccess.Sizes.Skip(1)
            select Of(method, copied.Memory, copied.Window, size) with
            {
                Sampling =
                    size == Largest ? Sampling.Once(warmups: 1, iterations: 5) : Sampling.Repeated,
                Bytes = 2 * (long)size.Bytes,
                NotOnV8 = "the host that V8 knows is JavaScript, in another process",
                Guest =
                    copied.Memory == MemoryKind.native ? null : HostCopies.GuestOf(copied.Memory),
                ResidentBytes = 2 * LargeSet.BlocksOf(size) * size.Bytes,
                Remark = LargeSet.Remark,
            },
        ];

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        Window window,
        ByteSize size
    ) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(HostAccess.Memory), memory),
                (nameof(HostAccess.Window), window),
                (nameof(HostAccess.Size), size),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            Controls = MemoryControls.Of(memory, (nameof(HostAccess.Window), Window.below)),
        };
}
