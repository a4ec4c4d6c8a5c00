using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Bridge;

/// <summary>The cases of <see cref="HostBridge"/>. A memory64 needs no bridge: it holds the blocks, above 4 GiB.</summary>
internal static class BridgeCases
{
    private const string Bridged = nameof(HostBridge.Bridge),
        Direct = nameof(HostBridge.Direct);

    private static readonly (string, object) Above = (nameof(HostBridge.Window), Window.above),
        Below = (nameof(HostBridge.Window), Window.below),
        Memory64 = (nameof(HostBridge.Memory), MemoryKind.memory64),
        Memory32 = (nameof(HostBridge.Memory), MemoryKind.memory32),
        Native = (nameof(HostBridge.Memory), MemoryKind.native);

    public static IEnumerable<CaseDescription> All =>
        from width in (int[])[8, 16]
        from size in HostBridge.Sizes
        from description in (CaseDescription[])
            [
                Of(
                    Bridged,
                    MemoryKind.memory32,
                    Window.none,
                    width,
                    size,
                    new("direct", Memory64, Above) { Method = Direct },
                    new("native", Native)
                ),
                Of(
                    Bridged,
                    MemoryKind.native,
                    Window.none,
                    width,
                    size,
                    new Control("direct", Below) { Method = Direct }
                ),
                Of(
                    Direct,
                    MemoryKind.memory64,
                    Window.above,
                    width,
                    size,
                    new("memory32", Memory32, Below),
                    new("native", Native, Below)
                ),
                Of(
                    Direct,
                    MemoryKind.memory32,
                    Window.below,
                    width,
                    size,
                    new Control("native", Native, Below)
                ),
                Of(Direct, MemoryKind.native, Window.below, width, size),
            ]
        select description;

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        Window window,
        int width,
        ByteSize size,
        params IReadOnlyList<Control> controls
    ) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(HostBridge.Memory), memory),
                (nameof(HostBridge.Window), window),
                (nameof(HostBridge.Width), width),
                (nameof(HostBridge.Size), size),
            ],
            Profile = Profile.Full,
            Sampling =
                size == HostBridge.Sizes.Last()
                    ? Sampling.Once(warmups: 1, iterations: 5)
                    : Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            Bytes = (long)size.Bytes,
            NotOnV8 = "V8 is given no functions of the host",
            Guest = memory == MemoryKind.native ? null : BlockSums.GuestOf(memory),
            // A bridge copies besides, in the host.
            Loop =
                method == Direct ? StreamKernels.LoopOf(nameof(StreamKernels.Read), width) : null,
            // A bridge has a place for the copy beside all blocks.
            ResidentBytes =
                (LargeSet.BlocksOf(size) + (method == Bridged ? 1UL : 0UL)) * size.Bytes,
            Remark = LargeSet.Remark,
            Controls = controls,
        };
}
