using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Streams;

/// <summary>The cases of <see cref="Bandwidth"/>.</summary>
internal static class StreamCases
{
    private static readonly string[] Loops =
    [
        nameof(Bandwidth.Read),
        nameof(Bandwidth.Write),
        nameof(Bandwidth.Fill),
        nameof(Bandwidth.Copy),
        nameof(Bandwidth.Triad),
    ];

    private static readonly (MemoryKind Memory, Window Window)[] Windows = MemoryWindows.Of(
        Window.across,
        Window.above
    );

    public static IEnumerable<CaseDescription> All =>
        from method in Loops
        from streamed in Windows
        from width in (int[])[8, 16]
        select Of(method, streamed.Memory, streamed.Window, width);

    /// <summary>How many arrays a loop goes through at once.</summary>
    public static int ArraysOf(string method) =>
        method switch
        {
            nameof(Bandwidth.Copy) => 2,
            nameof(Bandwidth.Triad) => 3,
            _ => 1,
        };

    private static CaseDescription Of(string method, MemoryKind memory, Window window, int width) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(Bandwidth.Memory), memory),
                (nameof(Bandwidth.Window), window),
                (nameof(Bandwidth.Width), width),
            ],
            Profile = ProfileOf(method, window, width),
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            Bytes = ArraysOf(method) * StreamTarget.SliceBytes,
            NotOnV8 = null,
            Guest = memory == MemoryKind.native ? null : StreamTarget.GuestOf(memory),
            Loop = StreamKernels.LoopOf(method, width),
            ResidentBytes = (ulong)ArraysOf(method) * LargeSet.Size.Bytes,
            Remark = LargeSet.Remark,
            Controls = MemoryControls.Of(memory, (nameof(Bandwidth.Window), Window.below)),
        };

    private static Profile ProfileOf(string method, Window window, int width) =>
        (method, window, width) switch
        {
            (nameof(Bandwidth.Read), Window.below, 8) => Profile.Smoke,
            (nameof(Bandwidth.Read), Window.below, _) => Profile.Standard,
            (nameof(Bandwidth.Read), _, 8) => Profile.Standard,
            _ => Profile.Full,
        };
}
