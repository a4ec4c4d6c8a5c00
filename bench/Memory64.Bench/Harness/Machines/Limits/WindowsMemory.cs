using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Limits;

/// <summary>What Windows says of the machine's memory: GlobalMemoryStatusEx of sysinfoapi.h.</summary>
/// <param name="TotalBytes">Main memory.</param>
/// <param name="AvailableBytes">Main memory that could be made resident now.</param>
/// <param name="CommittableBytes">What could be committed now: main memory and page file less what is committed already.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe partial record struct WindowsMemory(
    ulong TotalBytes,
    ulong AvailableBytes,
    ulong CommittableBytes
)
{
    /// <summary>Reads it anew; zeros where Windows doesn't tell.</summary>
    public static WindowsMemory Read()
    {
        var status = new Status { Length = (uint)sizeof(Status) };
        return GlobalMemoryStatusEx(&status) != 0
            ? new(status.TotalPhysical, status.AvailablePhysical, status.AvailablePageFile)
            : default;
    }

    [LibraryImport("kernel32")]
    private static partial int GlobalMemoryStatusEx(Status* status);

    // MEMORYSTATUSEX.
    [StructLayout(LayoutKind.Explicit, Size = 64)]
    private struct Status
    {
        [FieldOffset(0)]
        public uint Length;

        [FieldOffset(8)]
        public ulong TotalPhysical;

        [FieldOffset(16)]
        public ulong AvailablePhysical;

        [FieldOffset(32)]
        public ulong AvailablePageFile;
    }
}
