using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary><c>wasm_byte_vec_t</c> and every other <c>wasm_*_vec_t</c>: a length and a pointer.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Vector
{
    public nuint Size;
    public void* Data;
}
