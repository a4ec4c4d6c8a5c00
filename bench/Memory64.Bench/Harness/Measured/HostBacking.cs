using System.Diagnostics;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// Has the host of a virtual machine back memory that is about to be touched for the first time. A host that takes free memory
/// back (free page reporting) must find each page anew when it is touched, which takes several times as long as the page itself
/// and depends on what ran before: whoever compares first touches must begin where all pages are backed.
/// </summary>
/// <remarks>
/// Source: <see href="https://docs.kernel.org/mm/free_page_reporting.html"/>. Linux reports free pages with a delay of two seconds
/// (mm/page_reporting.c), so what was freed a moment ago is still backed.
/// </remarks>
public static unsafe class HostBacking
{
    // A quarter more than will be touched: not all that is freed is handed out next, and without it a touch of 4 GiB took up to
    // twice as long.
    private const ulong Share = 4;

    // Half of the delay after which Linux reports what was freed.
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(1);

    private static ulong BackedBytes { get; set; }

    private static long BackedAt { get; set; }

    /// <summary>
    /// Touches <see cref="BytesFor"/> and gives it back, unless as much was just given back. Does nothing where the system isn't
    /// Linux.
    /// </summary>
    /// <param name="bytes">How much will be touched.</param>
    public static void Ensure(ulong bytes)
    {
        if (
            !OperatingSystem.IsLinux()
            || (bytes <= BackedBytes && Stopwatch.GetElapsedTime(BackedAt) < Lasting)
        )
        {
            return;
        }

        Touch(BytesFor(bytes, AvailableMemory.Bytes()));
        BackedBytes = bytes;
        BackedAt = Stopwatch.GetTimestamp();
    }

    /// <summary>As much as will be touched and a quarter more, or what memory is available for.</summary>
    public static ulong BytesFor(ulong bytes, ulong available) =>
        Math.Min(
            bytes + (bytes / Share),
            available - Math.Min(available, MemoryPreflight.HeadroomBytes)
        );

    // A core waits while the host finds a page, so all of them touch.
    private static void Touch(ulong bytes)
    {
        var threads = (ulong)Environment.ProcessorCount;
        var part = bytes / threads / Step * Step;
        if (part == 0)
        {
            return;
        }

        using var memory = new SystemMemory(part * threads);
        memory.MakeAccessible(part * threads);
        var data = memory.Data;
        var workers = Enumerable
            .Range(0, (int)threads)
            .Select(index => new Thread(() => Touch(data + ((ulong)index * part), part)))
            .ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
    }

    private static ulong Step => (ulong)Environment.SystemPageSize;

    private static void Touch(byte* data, ulong bytes)
    {
        for (var address = 0UL; address < bytes; address += Step)
        {
            data[address] = 1;
        }
    }
}
