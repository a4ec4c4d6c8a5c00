using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Blocks;

/// <summary>The kernels of <c>guest/src/bulk.c</c>, run by a guest or by C# on native memory.</summary>
public sealed record BulkKernels
{
    /// <summary>Clears an area again and again: address, bytes, count; returns the count.</summary>
    public required Func<ulong, ulong, ulong, ulong> Fill { get; init; }

    /// <summary>Copies an area to the bytes that follow it, again and again: address, bytes, count; returns the count.</summary>
    public required Func<ulong, ulong, ulong, ulong> Copy { get; init; }

    /// <summary><see cref="Fill"/> with the constant length: address, count; <see langword="null"/> where there is none.</summary>
    public required Func<ulong, ulong, ulong>? FillConstant { get; init; }

    /// <summary><see cref="Copy"/> with the constant length: address, count; <see langword="null"/> where there is none.</summary>
    public required Func<ulong, ulong, ulong>? CopyConstant { get; init; }

    /// <summary>The lengths in bytes for which the kernels with constant length were compiled.</summary>
    public static IReadOnlyList<ulong> ConstantLengths { get; } = [16, 64, 256];

    /// <summary>Those of a memory of the guest <c>bulk</c>, or the same loops in C#.</summary>
    /// <param name="memory">Where the areas lie.</param>
    /// <param name="constant">The constant length.</param>
    public static BulkKernels Of(KernelMemory memory, ulong constant) =>
        memory.Bind(guest => Of(guest, constant), native => Of(native, constant));

    /// <summary>The loop of a kernel; a fill or a copy is its operation.</summary>
    /// <param name="kernel">The name of its property here.</param>
    /// <param name="constant">The constant length; the other kernels have none.</param>
    public static unsafe TimedLoop LoopOf(string kernel, ulong constant) =>
        (kernel, constant) switch
        {
            (nameof(Fill), _) => new("fill", 1, NativeBulk.Fill),
            (nameof(Copy), _) => new("copy", 1, NativeBulk.Copy),
            (nameof(FillConstant), 16) => new("fill16", 1, NativeBulk.Fill16),
            (nameof(FillConstant), 64) => new("fill64", 1, NativeBulk.Fill64),
            (nameof(FillConstant), 256) => new("fill256", 1, NativeBulk.Fill256),
            (nameof(CopyConstant), 16) => new("copy16", 1, NativeBulk.Copy16),
            (nameof(CopyConstant), 64) => new("copy64", 1, NativeBulk.Copy64),
            (nameof(CopyConstant), 256) => new("copy256", 1, NativeBulk.Copy256),
            _ => throw new ArgumentOutOfRangeException(
                nameof(kernel),
                $"{kernel} of {constant}",
                "no such kernel"
            ),
        };

    private static BulkKernels Of(IGuest guest, ulong constant)
    {
        var isConstant = ConstantLengths.Contains(constant);
        return new()
        {
            Fill = FunctionOf(nameof(Fill)).Call,
            Copy = FunctionOf(nameof(Copy)).Call,
            FillConstant = isConstant ? FunctionOf(nameof(FillConstant)).Call : null,
            CopyConstant = isConstant ? FunctionOf(nameof(CopyConstant)).Call : null,
        };

        IGuestFunction FunctionOf(string kernel) =>
            guest.Function(LoopOf(kernel, constant).Function);
    }

    private static unsafe BulkKernels Of(SystemMemory memory, ulong constant) =>
        new()
        {
            Fill = (a, bytes, count) => NativeBulk.Fill(memory.Data + a, (nuint)bytes, count),
            Copy = (a, bytes, count) => NativeBulk.Copy(memory.Data + a, (nuint)bytes, count),
            FillConstant = constant switch
            {
                16 => (a, count) => NativeBulk.Fill16(memory.Data + a, count),
                64 => (a, count) => NativeBulk.Fill64(memory.Data + a, count),
                256 => (a, count) => NativeBulk.Fill256(memory.Data + a, count),
                _ => null,
            },
            CopyConstant = constant switch
            {
                16 => (a, count) => NativeBulk.Copy16(memory.Data + a, count),
                64 => (a, count) => NativeBulk.Copy64(memory.Data + a, count),
                256 => (a, count) => NativeBulk.Copy256(memory.Data + a, count),
                _ => null,
            },
        };
}
