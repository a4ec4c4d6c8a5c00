using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Harness.Machines.Limits;

/// <summary>
/// Limits on this process's address space, which what it starts inherits: those of setrlimit(2) that Linux holds a mapping to.
/// </summary>
internal static unsafe partial class AddressLimits
{
    // Of asm-generic/resource.h, as on x86-64 and arm64.
    private const int Data = 2,
        AddressSpace = 9;

    /// <summary>Bytes of address space, reserved ones included (ulimit -v); <see langword="null"/> where there is no limit.</summary>
    public static ulong? AddressSpaceBytes() => Read(AddressSpace);

    /// <summary>
    /// Bytes of private memory that can be written, touched or not (ulimit -d); <see langword="null"/> where there is no limit.
    /// </summary>
    public static ulong? DataBytes() => Read(Data);

    /// <summary>Bytes of address space that are left, <see langword="null"/> where there is no limit.</summary>
    public static ulong? BytesLeft() =>
        AddressSpaceBytes() is { } limit
            ? limit - Math.Min(limit, (ulong)ProcessMemory.VirtualBytes())
            : null;

    private static ulong? Read(int resource)
    {
        const ulong infinity = ulong.MaxValue;
        Limit limit;
        return
            OperatingSystem.IsLinux()
            && GetLimit(resource, &limit) == 0
            && limit.Current != infinity
            ? limit.Current
            : null;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, Limit* limit);

    // struct rlimit of 64-bit Linux.
    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Current;
        public ulong Maximum;
    }
}
