using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>The calls by which Linux and macOS give address space and take it back, and what a refusal becomes on any system.</summary>
internal static unsafe partial class AddressSpace
{
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial byte* Map(
        void* address,
        nuint length,
        int protection,
        int flags,
        int file,
        nint offset
    );

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(void* address, nuint length);

    /// <summary>Makes the last call's failure an exception.</summary>
    /// <exception cref="Win32Exception">It failed.</exception>
    public static void Check(bool succeeded)
    {
        if (!succeeded)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }
}
