using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// The kernels of <c>guest/src/access.c</c> for one width, run by a guest or by C# on native memory. Each makes one access
/// per step; counts of steps are multiples of eight.
/// </summary>
public sealed record AccessKernels
{
    /// <summary>The guest's name without its kind.</summary>
    public const string Source = "access";

    // Written out in every loop.
    private const int AccessesOfIteration = 8;

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

    /// <summary>The loop of a kernel; an access, or a step of <see cref="Empty"/>, is its operation.</summary>
    /// <param name="kernel">The name of its property here.</param>
    /// <param name="width">1, 4, 8 or 16 bytes an access; <see cref="Empty"/> has none.</param>
    public static unsafe TimedLoop LoopOf(string kernel, int width) =>
        kernel switch
        {
            nameof(Read) => new($"read{width}", AccessesOfIteration, NativeRead(width)),
            nameof(ReadAt) => new($"read{width}_at", AccessesOfIteration, NativeRead(width)),
            nameof(Write) => new($"write{width}", AccessesOfIteration, NativeWrite(width)),
            nameof(WriteAt) => new($"write{width}_at", AccessesOfIteration, NativeWrite(width)),
            nameof(Empty) => new("empty", AccessesOfIteration, NativeAccess.EmptySteps),
            _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "no such kernel"),
        };

    /// <summary>The guest's own, compiled by the engine.</summary>
    /// <param name="guest">An instance of <c>access-m64</c> or <c>access-m32</c>.</param>
    /// <param name="width">1, 4, 8 or 16 bytes an access.</param>
    public static AccessKernels Of(IGuestMemory guest, int width) =>
        new()
        {
            Read = guest.Function(LoopOf(nameof(Read), width).Function).Call,
            Write = guest.Function(LoopOf(nameof(Write), width).Function).Call,
            ReadAt = guest.Function(LoopOf(nameof(ReadAt), width).Function).Call,
            WriteAt = guest.Function(LoopOf(nameof(WriteAt), width).Function).Call,
            Empty = guest.Function(LoopOf(nameof(Empty), width).Function).Call,
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
            _ => throw NoSuchWidth(width),
        };

    private static unsafe Delegate NativeRead(int width) =>
        width switch
        {
            1 => NativeAccess.ReadSteps<byte>,
            4 => NativeAccess.ReadSteps<uint>,
            8 => NativeAccess.ReadSteps<ulong>,
            16 => NativeAccess.ReadVectorSteps,
            _ => throw NoSuchWidth(width),
        };

    private static unsafe Delegate NativeWrite(int width) =>
        width switch
        {
            1 => NativeAccess.WriteSteps<byte>,
            4 => NativeAccess.WriteSteps<uint>,
            8 => NativeAccess.WriteSteps<ulong>,
            16 => NativeAccess.WriteVectorSteps,
            _ => throw NoSuchWidth(width),
        };

    private static ArgumentOutOfRangeException NoSuchWidth(int width) =>
        new(nameof(width), width, "1, 4, 8 or 16");

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
