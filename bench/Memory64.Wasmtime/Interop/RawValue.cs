using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary><c>wasmtime_val_raw_t</c>: 16 bytes, an <c>i64</c> lies at 0.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct RawValue
{
    /// <summary><c>WASM_I64</c> of <c>wasm_valkind_t</c>.</summary>
    public const byte Int64Kind = 1;

    [FieldOffset(0)]
    public ulong Int64;
}
