using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memory64.Models.Tokens;

/// <summary>Floats of 16 bits, made ones of 32 exactly.</summary>
internal static unsafe class Halves
{
    // 2^112: what the exponents of the two formats differ by. A product carries numbers that are too small for an exponent along.
    private const float ExponentShift = 5.192296858534828e33f;

    /// <summary>One of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToFloat(ushort half)
    {
        var magnitude = half & 0x7fffu;
        var bits = BitConverter.SingleToUInt32Bits(
            BitConverter.UInt32BitsToSingle(magnitude << 13) * ExponentShift
        );
        bits |= (magnitude > 0x7bff ? 0x7f800000u : 0) | ((half & 0x8000u) << 16);
        return BitConverter.UInt32BitsToSingle(bits);
    }

    /// <summary>Four of them, all finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToFloats(ushort* halves)
    {
        var bits = Vector128.WidenLower(Vector64.Load(halves).ToVector128Unsafe());
        var magnitude =
            ((bits & Vector128.Create(0x7fffu)) << 13).AsSingle() * Vector128.Create(ExponentShift);
        return (magnitude.AsUInt32() | ((bits & Vector128.Create(0x8000u)) << 16)).AsSingle();
    }
}
