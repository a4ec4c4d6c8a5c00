using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary>
/// <c>wasmtime_val_raw_t</c>: 16 bytes; numbers lie at 0, little-endian, those of 32 bits with zeros above.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct RawValue
{
    [FieldOffset(0)]
    public ulong Int64;
}
