using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary><c>wasmtime_val_raw_t</c>: 16 bytes, an <c>i64</c> lies at 0.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct RawValue
{
    [FieldOffset(0)]
    public ulong Int64;
}
