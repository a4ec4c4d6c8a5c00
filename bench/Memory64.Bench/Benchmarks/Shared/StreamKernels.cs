using System.Runtime.Intrinsics;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>The kernels of <c>guest/src/stream.c</c> for one width, run by a guest or by C# on native memory.</summary>
public sealed record StreamKernels
{
    // Written out in every loop.
    private const int WordsOfIteration = 8;

    /// <summary>Sums an array: address, bytes; returns the sum of its 64-bit words, modulo 2^64.</summary>
    public required Func<ulong, ulong, ulong> Read { get; init; }

    /// <summary>Writes to each word the address at which its eight begin: address, bytes; returns the number of words.</summary>
    public required Func<ulong, ulong, ulong> Write { get; init; }

    /// <summary>Writes one value to each word: address, bytes, value; returns the number of words.</summary>
    public required Func<ulong, ulong, ulong, ulong> Fill { get; init; }

    /// <summary>Copies an array: target, source, bytes; returns the number of words.</summary>
    public required Func<ulong, ulong, ulong, ulong> Copy { get; init; }

    /// <summary>
    /// a = b + 3 c in doubles: address of a, distance of b from a and of c from b, bytes; returns the number of words.
    /// </summary>
    public required Func<ulong, ulong, ulong, ulong> Triad { get; init; }

    /// <summary>Those of a memory of the guest <c>stream</c>, or the same loops in C#.</summary>
    /// <param name="memory">Where the arrays lie.</param>
    /// <param name="width">8 or 16 bytes a word.</param>
    public static StreamKernels Of(KernelMemory memory, int width) =>
        memory.Guest is { } guest
            ? new()
            {
                Read = guest.Function(LoopOf(nameof(Read), width).Function).Call,
                Write = guest.Function(LoopOf(nameof(Write), width).Function).Call,
                Fill = guest.Function(LoopOf(nameof(Fill), width).Function).Call,
                Copy = guest.Function(LoopOf(nameof(Copy), width).Function).Call,
                Triad = guest.Function(LoopOf(nameof(Triad), width).Function).Call,
            }
        : width == sizeof(ulong) ? Scalar(memory.Native!)
        : width == Vector128<byte>.Count ? Vector(memory.Native!)
        : throw new ArgumentOutOfRangeException(nameof(width), width, "8 or 16");

    /// <summary>The loop of a kernel; a word of each array is its operation.</summary>
    /// <param name="kernel">The name of its property here.</param>
    /// <param name="width">8 or 16 bytes a word.</param>
    public static unsafe TimedLoop LoopOf(string kernel, int width) =>
        (kernel, width) switch
        {
            (nameof(Read), 8) => new("read8", WordsOfIteration, NativeStream.Read),
            (nameof(Read), 16) => new("read16", WordsOfIteration, NativeStream.ReadVector),
            (nameof(Write), 8) => new("write8", WordsOfIteration, NativeStream.Write),
            (nameof(Write), 16) => new("write16", WordsOfIteration, NativeStream.WriteVector),
            (nameof(Fill), 8) => new("fill8", WordsOfIteration, NativeStream.Fill<ulong>),
            (nameof(Fill), 16) => new(
                "fill16",
                WordsOfIteration,
                NativeStream.Fill<Vector128<ulong>>
            ),
            (nameof(Copy), 8) => new("copy8", WordsOfIteration, NativeStream.Copy<ulong>),
            (nameof(Copy), 16) => new(
                "copy16",
                WordsOfIteration,
                NativeStream.Copy<Vector128<ulong>>
            ),
            (nameof(Triad), 8) => new("triad8", WordsOfIteration, NativeStream.Triad),
            (nameof(Triad), 16) => new("triad16", WordsOfIteration, NativeStream.TriadVector),
            _ => throw new ArgumentOutOfRangeException(
                nameof(kernel),
                $"{kernel}{width}",
                "no such kernel"
            ),
        };

    private static unsafe StreamKernels Scalar(SystemMemory memory) =>
        new()
        {
            Read = (a, bytes) => NativeStream.Read((ulong*)(memory.Data + a), bytes),
            Write = (a, bytes) => NativeStream.Write((ulong*)(memory.Data + a), a, bytes),
            Fill = (a, bytes, value) => NativeStream.Fill((ulong*)(memory.Data + a), value, bytes),
            Copy = (target, source, bytes) =>
                NativeStream.Copy(
                    (ulong*)(memory.Data + target),
                    (ulong*)(memory.Data + source),
                    bytes
                ),
            Triad = (a, apart, bytes) =>
                NativeStream.Triad(
                    (double*)(memory.Data + a),
                    (double*)(memory.Data + a + apart),
                    (double*)(memory.Data + a + (2 * apart)),
                    bytes
                ),
        };

    private static unsafe StreamKernels Vector(SystemMemory memory) =>
        new()
        {
            Read = (a, bytes) =>
                NativeStream.ReadVector((Vector128<ulong>*)(memory.Data + a), bytes),
            Write = (a, bytes) =>
                NativeStream.WriteVector((Vector128<ulong>*)(memory.Data + a), a, bytes),
            Fill = (a, bytes, value) =>
                NativeStream.Fill(
                    (Vector128<ulong>*)(memory.Data + a),
                    Vector128.Create(value),
                    bytes
                ),
            Copy = (target, source, bytes) =>
                NativeStream.Copy(
                    (Vector128<ulong>*)(memory.Data + target),
                    (Vector128<ulong>*)(memory.Data + source),
                    bytes
                ),
            Triad = (a, apart, bytes) =>
                NativeStream.TriadVector(
                    (Vector128<double>*)(memory.Data + a),
                    (Vector128<double>*)(memory.Data + a + apart),
                    (Vector128<double>*)(memory.Data + a + (2 * apart)),
                    bytes
                ),
        };
}
