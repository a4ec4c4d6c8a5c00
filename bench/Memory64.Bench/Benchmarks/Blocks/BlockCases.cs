using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Blocks;

/// <summary>The cases of <see cref="BulkMemory"/>: short blocks many times an invocation, long ones once.</summary>
internal static class BlockCases
{
    private static readonly ByteSize[] Constant =
    [
        .. BulkKernels.ConstantLengths.Select(bytes => new ByteSize(bytes)),
    ];

    private static readonly ByteSize[] Short =
    [
        .. BulkMemory.Sizes.Where(size => size.Bytes < ByteSize.KiB(64).Bytes),
    ];

    private static readonly ByteSize[] Long = [.. BulkMemory.Sizes.Except(Short)];

    public static IEnumerable<CaseDescription> All =>
        from memory in Enum.GetValues<MemoryKind>()
        from description in (IEnumerable<CaseDescription>)
            [
                .. Long.Select(size =>
                    Of(nameof(BulkMemory.Fill), nameof(BulkKernels.Fill), memory, size, 1)
                ),
                .. Long.Select(size =>
                    Of(nameof(BulkMemory.Copy), nameof(BulkKernels.Copy), memory, size, 2)
                ),
                .. Short.Select(size =>
                    Many(nameof(BulkMemory.FillSmall), nameof(BulkKernels.Fill), memory, size, 1)
                ),
                .. Short.Select(size =>
                    Many(nameof(BulkMemory.CopySmall), nameof(BulkKernels.Copy), memory, size, 2)
                ),
                .. Constant.Select(size =>
                    Against(
                        nameof(BulkMemory.FillSmall),
                        Many(
                            nameof(BulkMemory.FillConstant),
                            nameof(BulkKernels.FillConstant),
                            memory,
                            size,
                            1
                        )
                    )
                ),
                .. Constant.Select(size =>
                    Against(
                        nameof(BulkMemory.CopySmall),
                        Many(
                            nameof(BulkMemory.CopyConstant),
                            nameof(BulkKernels.CopyConstant),
                            memory,
                            size,
                            2
                        )
                    )
                ),
            ]
        select description;

    // A fill moves its bytes once, a copy reads and writes them.
    private static CaseDescription Of(
        string method,
        string kernel,
        MemoryKind memory,
        ByteSize size,
        int moves
    ) =>
        new()
        {
            Method = method,
            Values = [(nameof(BulkMemory.Memory), memory), (nameof(BulkMemory.Size), size)],
            Profile = Profile.Full,
            Sampling =
                size == Long[^1] ? Sampling.Once(warmups: 1, iterations: 5) : Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            Bytes = (long)size.Bytes * moves,
            NotOnV8 = null,
            Guest = memory == MemoryKind.native ? null : BulkTarget.GuestOf(memory),
            Loop = BulkKernels.LoopOf(kernel, size.Bytes),
            ResidentBytes = 2 * size.Bytes,
            Controls = MemoryControls.Of(memory),
        };

    private static CaseDescription Many(
        string method,
        string kernel,
        MemoryKind memory,
        ByteSize size,
        int moves
    ) =>
        Of(method, kernel, memory, size, moves) with
        {
            Unit = TimeUnit.Nanosecond,
            Operations = BulkMemory.Repetitions,
        };

    private static CaseDescription Against(string variable, CaseDescription constant) =>
        constant with
        {
            Controls = [.. constant.Controls, new Control("variable length") { Method = variable }],
        };
}
