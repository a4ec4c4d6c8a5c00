using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// The kernels of <c>guest/src/access.c</c> for one width, run by a guest or by C# on native memory. Each makes one access
/// per step; counts of steps are multiples of eight.
/// </summary>
public sealed record AccessKernels
{
    /// <summary>The guest's name without its kind.</summary>
    public const string Source = "access";

    /// <summary>Reads a window: address, bytes, passes; returns the sum of its words, modulo 2^64.</summary>
    public required Func<ulong, ulong, ulong, ulong> Read { get; init; }

    /// <summary>Writes a window: address, bytes, passes; returns the number of words.</summary>
    public required Func<ulong, ulong, ulong, ulong> Write { get; init; }

    /// <summary>Reads one word again and again: address, count; returns the sum.</summary>
    public required Func<ulong, ulong, ulong> ReadAt { get; init; }

    /// <summary>Writes one word again and again: address, count; returns the count.</summary>
    public required Func<ulong, ulong, ulong> WriteAt { get; init; }

    /// <summary>The loop without its access: steps, passes; returns the address at which a pass of 8-byte steps ends.</summary>
    public required Func<ulong, ulong, ulong> Empty { get; init; }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);

    /// <summary>The guest's own, compiled by the engine.</summary>
    /// <param name="guest">An instance of <c>access-m64</c> or <c>access-m32</c>.</param>
    /// <param name="width">1, 4, 8 or 16 bytes an access.</param>
    public static AccessKernels Of(GuestInstance guest, int width) =>
        new()
        {
            Read = guest.Function($"read{width}").Call,
            Write = guest.Function($"write{width}").Call,
            ReadAt = guest.Function($"read{width}_at").Call,
            WriteAt = guest.Function($"write{width}_at").Call,
            Empty = guest.Function("empty").Call,
        };

    /// <summary>The same loops in C# on native memory.</summary>
    /// <param name="memory">Accessible wherever the kernels will be sent.</param>
    /// <param name="width">1, 4, 8 or 16 bytes an access.</param>
    public static AccessKernels Of(SystemMemory memory, int width) =>
        width switch
        {
            1 => Native<byte>(memory),
            4 => Native<uint>(memory),
            8 => Native<ulong>(memory),
            16 => NativeVector(memory),
            _ => throw new ArgumentOutOfRangeException(nameof(width), width, "1, 4, 8 or 16"),
        };

    private static unsafe AccessKernels Native<T>(SystemMemory memory)
        where T : unmanaged, System.Numerics.IBinaryInteger<T> =>
        new()
        {
            Read = (address, bytes, passes) =>
                NativeAccess.Read<T>(memory.Data + address, bytes, passes),
            Write = (address, bytes, passes) =>
                NativeAccess.Write<T>(memory.Data + address, bytes, passes),
            ReadAt = (address, count) => NativeAccess.ReadAt<T>(memory.Data + address, count),
            WriteAt = (address, count) => NativeAccess.WriteAt<T>(memory.Data + address, count),
            Empty = NativeAccess.Empty,
        };

    private static unsafe AccessKernels NativeVector(SystemMemory memory) =>
        new()
        {
            Read = (address, bytes, passes) =>
                NativeAccess.ReadVector(memory.Data + address, bytes, passes),
            Write = (address, bytes, passes) =>
                NativeAccess.WriteVector(memory.Data + address, bytes, passes),
            ReadAt = (address, count) => NativeAccess.ReadVectorAt(memory.Data + address, count),
            WriteAt = (address, count) => NativeAccess.WriteVectorAt(memory.Data + address, count),
            Empty = NativeAccess.Empty,
        };
}
