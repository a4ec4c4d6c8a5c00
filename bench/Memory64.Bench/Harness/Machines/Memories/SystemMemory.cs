using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>
/// Address space from the operating system, reserved and made accessible by the same calls that an engine needs for a
/// linear memory: mmap and mprotect, or VirtualAlloc on Windows.
/// </summary>
public sealed unsafe partial class SystemMemory : IDisposable
{
    private const int NoAccess = 0;
    private const int ReadWrite = 3;

    private readonly nuint _reserved;

    /// <summary>Reserves address space without access.</summary>
    /// <exception cref="Win32Exception">The operating system refuses.</exception>
    public SystemMemory(ulong reservedBytes)
    {
        _reserved = (nuint)reservedBytes;
        if (OperatingSystem.IsWindows())
        {
            const uint reserve = 0x2000;
            const uint noAccess = 1;
            Data = VirtualAlloc(null, _reserved, reserve, noAccess);
            AddressSpace.Check(Data != null);
        }
        else
        {
            // MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
            var flags = OperatingSystem.IsMacOS()
                ? 0x0002 | 0x1000 | 0x0040
                : 0x0002 | 0x0020 | 0x4000;
            Data = AddressSpace.Map(null, _reserved, NoAccess, flags, -1, 0);
            AddressSpace.Check((nint)Data != -1);
        }
    }

    /// <summary>The first byte.</summary>
    public byte* Data { get; }

    /// <summary>Makes the first <paramref name="bytes"/> readable and writable; they read as zero.</summary>
    /// <exception cref="Win32Exception">The operating system refuses.</exception>
    public void MakeAccessible(ulong bytes)
    {
        if (OperatingSystem.IsWindows())
        {
            const uint commit = 0x1000;
            const uint readWrite = 4;
            AddressSpace.Check(VirtualAlloc(Data, (nuint)bytes, commit, readWrite) != null);
        }
        else
        {
            AddressSpace.Check(Protect(Data, (nuint)bytes, ReadWrite) == 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            const uint release = 0x8000;
            AddressSpace.Check(VirtualFree(Data, 0, release) != 0);
        }
        else
        {
            AddressSpace.Check(AddressSpace.Unmap(Data, _reserved) == 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial byte* VirtualAlloc(
        void* address,
        nuint size,
        uint type,
        uint protection
    );

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int VirtualFree(void* address, nuint size, uint type);
}
