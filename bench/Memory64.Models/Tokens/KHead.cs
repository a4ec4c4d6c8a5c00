using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Memory64.Models.Tokens;

/// <summary>What a block of Q4_K and Q5_K begins with: two floats of 16 bits, eight scales and eight minima of six bits, packed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct KHead
{
    public readonly float Scale;
    public readonly float Minimum;
    public readonly Vector128<short> Scales;
    public readonly Vector128<short> Minima;

    /// <summary>Unpacks it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public KHead(byte* block)
    {
        var words = (uint*)block;
        var first = words[1];
        var second = words[2];
        var third = words[3];
        var all = Vector128
            .Create(
                first & 0x3f3f3f3f,
                (third & 0x0f0f0f0f) | ((first >> 2) & 0x30303030),
                second & 0x3f3f3f3f,
                ((third >> 4) & 0x0f0f0f0f) | ((second >> 2) & 0x30303030)
            )
            .AsByte();
        Scale = Halves.ToFloat((ushort)words[0]);
        Minimum = Halves.ToFloat((ushort)(words[0] >> 16));
        Scales = Vector128.WidenLower(all).AsInt16();
        Minima = Vector128.WidenUpper(all).AsInt16();
    }
}
