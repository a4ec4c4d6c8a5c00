using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary>
/// <c>wasmtime_memory_t</c>: 16 bytes up to 33, 24 from 34 on. The engine reads and writes as much of it as it knows.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MemoryHandle
{
    public ulong StoreId;
    public ulong Private1;
    public ulong Private2;
}
