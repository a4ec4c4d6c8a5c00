using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;

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

    private static BulkKernels Of(GuestInstance guest, ulong constant)
    {
        var isConstant = ConstantLengths.Contains(constant);
        return new()
        {
            Fill = guest.Function("fill").Call,
            Copy = guest.Function("copy").Call,
            FillConstant = isConstant ? guest.Function($"fill{constant}").Call : null,
            CopyConstant = isConstant ? guest.Function($"copy{constant}").Call : null,
        };
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
