using System.ComponentModel;
using Microsoft.Win32.SafeHandles;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>A file as memory, read-only: what is mapped takes no room of its own, however often it is mapped.</summary>
public sealed unsafe class FileMapping : IDisposable
{
    private const int Read = 1;
    private const int Shared = 0x01;
    private const int Fixed = 0x10;

    private readonly nuint _bytes;

    /// <summary>Maps a file where the system likes.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public FileMapping(SafeFileHandle file, ulong bytes)
    {
        _bytes = (nuint)bytes;
        Data = Map(null, _bytes, Shared, file, offset: 0);
        AddressSpace.Check((nint)Data != -1);
    }

    /// <summary>Whether files can be mapped over memory that is there already: on Linux and macOS.</summary>
    public static bool IsSupported => !OperatingSystem.IsWindows();

    /// <summary>The file's first byte.</summary>
    public byte* Data { get; }

    /// <summary>
    /// Maps a file over accessible memory, whose content is gone. Whoever owns that memory unmaps the file with it, as munmap of a range
    /// does.
    /// </summary>
    /// <param name="at">A multiple of the system's page size.</param>
    /// <param name="file">Opened for reading.</param>
    /// <param name="offset">Of the first byte in the file: likewise.</param>
    /// <param name="bytes">How many.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void Over(byte* at, SafeFileHandle file, ulong offset, ulong bytes) =>
        AddressSpace.Check(Map(at, (nuint)bytes, Shared | Fixed, file, offset) == at);

    /// <inheritdoc/>
    public void Dispose() => AddressSpace.Check(AddressSpace.Unmap(Data, _bytes) == 0);

    // The file is open while it is mapped, and need not be afterwards.
    private static byte* Map(void* at, nuint bytes, int flags, SafeFileHandle file, ulong offset)
    {
        var data = AddressSpace.Map(
            at,
            bytes,
            Read,
            flags,
            (int)file.DangerousGetHandle(),
            (nint)offset
        );
        GC.KeepAlive(file);
        return data;
    }
}
