using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Access;

/// <summary>The cases of <see cref="BoundaryAccess"/>. The line and what lies above it is memory64's alone.</summary>
internal static class AccessCases
{
    /// <summary>What a walk goes through: less than the first-level cache holds.</summary>
    public const ulong WindowBytes = 16 << 10;

    private const int MainWidth = 8;

    private static readonly string[] Walks =
        [nameof(BoundaryAccess.Read), nameof(BoundaryAccess.Write)],
        Stays = [nameof(BoundaryAccess.ReadAt), nameof(BoundaryAccess.WriteAt)];

    private static readonly (MemoryKind Memory, Window Window)[] Windows = MemoryWindows.Of(
        Window.across,
        Window.above
    );

    private static readonly (MemoryKind Memory, Place Place)[] Places =
    [
        .. from memory in Enum.GetValues<MemoryKind>()
        from place in (Place[])[Place.aligned, Place.acrossPage]
        select (memory, place),
        (MemoryKind.memory64, Place.across4GiB),
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. from method in Walks
            from walked in Windows
            from width in (int[])[1, 4, 8, 16]
            select Of(method, walked.Memory, walked.Window, Place.none, width),
            .. from method in Stays
            from stayed in Places
            from width in (int[])[4, 8, 16]
            select Of(method, stayed.Memory, Window.none, stayed.Place, width),
            .. from memory in Enum.GetValues<MemoryKind>()
            select Of(nameof(BoundaryAccess.LoopOverhead), memory, Window.none, Place.none, 0),
        ];

    /// <summary>Where a window or a single access begins.</summary>
    public static ulong AddressOf(Window window, Place place, int width)
    {
        var line = ByteSize.FourGiB.Bytes;
        return (window, place) switch
        {
            (Window.across, _) => line - (WindowBytes / 2),
            (Window.above, _) => line + (line / 2),
            (_, Place.acrossPage) => (line / 4) - ((ulong)width / 2),
            (_, Place.across4GiB) => line - ((ulong)width / 2),
            _ => line / 4,
        };
    }

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        Window window,
        Place place,
        int width
    ) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(BoundaryAccess.Memory), memory),
                (nameof(BoundaryAccess.Window), window),
                (nameof(BoundaryAccess.Place), place),
                (nameof(BoundaryAccess.Width), width),
            ],
            Profile = (method, width) switch
            {
                (nameof(BoundaryAccess.Read) or nameof(BoundaryAccess.Write), MainWidth) =>
                    Profile.Smoke,
                (nameof(BoundaryAccess.Read) or nameof(BoundaryAccess.Write), 16)
                or (nameof(BoundaryAccess.ReadAt), MainWidth) => Profile.Standard,
                _ => Profile.Full,
            },
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Nanosecond,
            Operations = BoundaryAccess.Accesses,
            Bytes = width,
            NotOnV8 = null,
            Guest = memory == MemoryKind.native ? null : AccessKernels.GuestOf(memory),
            Loop = AccessKernels.LoopOf(
                method == nameof(BoundaryAccess.LoopOverhead)
                    ? nameof(AccessKernels.Empty)
                    : method,
                width
            ),
            Controls = MemoryControls.Of(
                memory,
                (nameof(BoundaryAccess.Window), window == Window.none ? Window.none : Window.below),
                (nameof(BoundaryAccess.Place), place == Place.across4GiB ? Place.acrossPage : place)
            ),
        };
}
