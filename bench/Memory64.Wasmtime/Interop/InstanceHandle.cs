using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary><c>wasmtime_instance_t</c>: 16 bytes from 24 to 50.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct InstanceHandle
{
    public ulong StoreId;
    public nuint Index;
}
