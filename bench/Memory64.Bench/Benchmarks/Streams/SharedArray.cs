using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Models.Synthesis;
using Microsoft.Win32.SafeHandles;

namespace Memory64.Bench.Benchmarks.Streams;

/// <summary>
/// An array that both sides of a duel read: the same pages of the machine, mapped over the memory of each, slices from all over it. Where
/// an array of its own lies among the machine's pages is chance, and makes one side faster than the other by up to 15 %.
/// </summary>
internal static unsafe class SharedArray
{
    /// <summary>From slice to slice, in slices: a prime, so that a power of two of them are all gone through.</summary>
    public const ulong Stride = 197;

    private const int BlockBytes = 1 << 20;

    private static (ModelFile File, SafeFileHandle Handle)? Made { get; set; }

    private static int Sides { get; set; }

    /// <summary>Whether the system can map it.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux();

    /// <summary>Maps it over accessible memory, and has each page read, so that none is missed in what is timed.</summary>
    /// <param name="at">A multiple of the system's page size.</param>
    /// <param name="bytes">How many; the same for all of a process.</param>
    public static void PlaceOver(byte* at, ulong bytes)
    {
        Made ??= Create(bytes);
        FileMapping.Over(at, Made.Value.Handle, offset: 0, bytes);
        var sum = 0UL;
        for (var page = 0UL; page < bytes; page += (ulong)Environment.SystemPageSize)
        {
            sum += Volatile.Read(ref at[page]);
        }

        GC.KeepAlive(sum);
    }

    /// <summary>
    /// Which slice a side begins with: every second one half an array further on, so that none finds in the caches what the other has
    /// just read.
    /// </summary>
    /// <param name="slices">Slices of the array.</param>
    public static ulong NextBeginning(ulong slices) => Sides++ % 2 == 0 ? 0 : slices / 2;

    // Each word holds its offset, as a double.
    private static (ModelFile, SafeFileHandle) Create(ulong bytes)
    {
        var file = new ModelFile(bytes);
        var handle = File.OpenHandle(file.Path, access: FileAccess.ReadWrite);
        var words = new double[BlockBytes / sizeof(double)];
        for (var offset = 0L; offset < (long)bytes; offset += BlockBytes)
        {
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = offset + (i * sizeof(double));
            }

            RandomAccess.Write(handle, MemoryMarshal.AsBytes(words.AsSpan()), offset);
        }

        return (file, handle);
    }
}
