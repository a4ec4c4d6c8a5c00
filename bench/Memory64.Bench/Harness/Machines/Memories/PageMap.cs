using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>
/// Which pages of this process hold something, as Linux tells it; see
/// <see href="https://docs.kernel.org/admin-guide/mm/pagemap.html"/>.
/// </summary>
internal static unsafe class PageMap
{
    private const string Path = "/proc/self/pagemap";

    // What one page table of the second level covers on x64 and arm64 with pages of 4 KiB: 512 tables of 512 pages.
    private const ulong TableBytes = 1UL << 30;

    // Bit 63: present; bit 62: swapped out.
    private const int FirstFlag = 62;

    /// <summary>
    /// Whether a page table of a GiB that covers the address also covers pages below the address that were touched. False where the
    /// system has no such file.
    /// </summary>
    public static bool SharesTableWithTouched(byte* address)
    {
        var pageBytes = (ulong)Environment.SystemPageSize;
        var first = (ulong)address / TableBytes * TableBytes;
        var entries = new ulong[((ulong)address - first) / pageBytes];
        return TryRead(first / pageBytes * sizeof(ulong), MemoryMarshal.AsBytes(entries.AsSpan()))
            && Array.Exists(entries, entry => entry >> FirstFlag != 0);
    }

    private static bool TryRead(ulong offset, Span<byte> entries)
    {
        try
        {
            using var file = File.OpenHandle(Path);
            return RandomAccess.Read(file, entries, (long)offset) == entries.Length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
