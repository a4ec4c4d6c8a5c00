using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary>
/// <c>wasmtime_extern_t</c>: the kind at 0, the union at 8. Its size differs between versions; 64 bytes hold every one,
/// so one extern may be handed over, but never an array of them.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct ExternHandle
{
    public const byte FunctionKind = 0;
    public const byte MemoryKind = 3;

    [FieldOffset(0)]
    public byte Kind;

    [FieldOffset(8)]
    public FunctionHandle Function;

    [FieldOffset(8)]
    public MemoryHandle Memory;
}
