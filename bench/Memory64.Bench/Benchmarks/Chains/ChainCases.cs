using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>The cases of <see cref="Latency"/>.</summary>
internal static class ChainCases
{
    private static readonly (MemoryKind Memory, Window Window)[] Windows = MemoryWindows.Of(
        Window.above
    );

    public static IEnumerable<CaseDescription> All =>
        [
            .. from method in (string[])[nameof(Latency.Chase), nameof(Latency.Update)]
            from walked in Windows
            from set in (DataSet[])[DataSet.cached, DataSet.uncached]
            select Of(
                method,
                walked.Memory,
                walked.Window,
                SizeOf(set).Bytes,
                (nameof(Latency.Set), set)
            ) with
            {
                Remark = set == DataSet.uncached ? LargeSet.Remark : null,
            },
            .. from walked in Windows
            from stride in (int[])[4, 64, 1024, 4096]
            select Of(
                nameof(Latency.Stride),
                walked.Memory,
                walked.Window,
                Latency.StridedSlots * (ulong)Environment.SystemPageSize,
                (nameof(Latency.StrideKiB), stride)
            ),
        ];

    /// <summary>What is accessed at random: less than the first-level cache holds, or more than all hold.</summary>
    public static ByteSize SizeOf(DataSet set) =>
        set == DataSet.cached ? ByteSize.KiB(16) : LargeSet.Size;

    private static CaseDescription Of(
        string method,
        MemoryKind memory,
        Window window,
        ulong residentBytes,
        (string Parameter, object Value) order
    ) =>
        new()
        {
            Method = method,
            Values = [(nameof(Latency.Memory), memory), (nameof(Latency.Window), window), order],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Nanosecond,
            Operations = Latency.Steps,
            NotOnV8 = null,
            Guest = memory == MemoryKind.native ? null : LatencyGuest.Of(memory),
            Loop =
                method == nameof(Latency.Update)
                    ? LatencyKernels.UpdateLoop
                    : LatencyKernels.ChaseLoop,
            ResidentBytes = residentBytes,
            Controls = MemoryControls.Of(memory, (nameof(Latency.Window), Window.below)),
        };
}
