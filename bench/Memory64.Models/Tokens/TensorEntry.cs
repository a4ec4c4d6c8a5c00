using System.Runtime.InteropServices;
using Memory64.Models.Gguf;

namespace Memory64.Models.Tokens;

/// <summary>A matrix or vector, as <c>struct tensor</c> of <c>guest/src/model.c</c> has it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TensorEntry(PlacedTensor placed, ulong address)
{
    /// <summary>Where its first row lies.</summary>
    public readonly ulong At = address;

    /// <summary>A <see cref="TensorType"/>.</summary>
    public readonly ulong Type = (ulong)placed.Tensor.Type;

    public readonly ulong Columns = placed.Tensor.Columns;

    public readonly ulong Rows = placed.Tensor.Rows;

    public readonly ulong RowBytes = placed.Tensor.RowBytes;
}
