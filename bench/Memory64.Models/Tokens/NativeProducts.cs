using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Memory64.Models.Gguf;

namespace Memory64.Models.Tokens;

/// <summary>
/// The control of <c>guest/src/quants.h</c>: a row of weights times a vector, with vectors of 128 bits, and the same bits as result.
/// Blocks are added up as floats in the order written here; whatever comes before that is whole numbers.
/// </summary>
/// <remarks>The guest takes four rows at once, because each of its loads is checked; here a load costs nothing that would be worth it.</remarks>
internal static unsafe class NativeProducts
{
    /// <summary>The product of a row.</summary>
    /// <param name="type">How the weights are stored.</param>
    /// <param name="row">The first block.</param>
    /// <param name="vector"><see cref="KBlock"/>s, <see cref="ZeroBlock"/>s or floats, as the type wants.</param>
    /// <param name="columns">Weights of the row.</param>
    public static float Of(TensorType type, byte* row, byte* vector, ulong columns) =>
        type switch
        {
            TensorType.F32 => F32((float*)row, (float*)vector, columns),
            TensorType.F16 => F16((ushort*)row, (float*)vector, columns),
            TensorType.Q4_0 => Q4Zero(row, (ZeroBlock*)vector, columns),
            TensorType.Q8_0 => Q8Zero(row, (ZeroBlock*)vector, columns),
            TensorType.Q4_K => Q4K(row, (KBlock*)vector, columns),
            TensorType.Q5_K => Q5K(row, (KBlock*)vector, columns),
            TensorType.Q6_K => Q6K(row, (KBlock*)vector, columns),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "has no product"),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float F32(float* row, float* vector, ulong columns)
    {
        var sum = Vector128<float>.Zero;
        for (var i = 0UL; i < columns; i += 4)
        {
            sum += Vector128.Load(row + i) * Vector128.Load(vector + i);
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float F16(ushort* row, float* vector, ulong columns)
    {
        var sum = Vector128<float>.Zero;
        for (var i = 0UL; i < columns; i += 4)
        {
            sum += Halves.ToFloats(row + i) * Vector128.Load(vector + i);
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Q4Zero(byte* row, ZeroBlock* block, ulong columns)
    {
        var eight = Vector128.Create((short)8);
        var sum = Vector128<float>.Zero;
        for (var left = columns / ZeroBlock.Weights; left != 0; left--, block++, row += 18)
        {
            var v = Words(row + 2);
            var q = block->Numbers;
            var whole =
                Dot(Nibbles(v, 0) - eight, Vector128.Load(q))
                + Dot(Nibbles(v, 8) - eight, Vector128.Load(q + 8))
                + Dot(Nibbles(v, 4) - eight, Vector128.Load(q + 16))
                + Dot(Nibbles(v, 12) - eight, Vector128.Load(q + 24));
            sum += Vector128.Create(Halves.ToFloat(*(ushort*)row) * block->Scale) * Floats(whole);
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Q8Zero(byte* row, ZeroBlock* block, ulong columns)
    {
        var sum = Vector128<float>.Zero;
        for (var left = columns / ZeroBlock.Weights; left != 0; left--, block++, row += 34)
        {
            var v = Words(row + 2);
            var u = Words(row + 18);
            var q = block->Numbers;
            var whole =
                Dot(EvenBytes(v), Vector128.Load(q))
                + Dot(OddBytes(v), Vector128.Load(q + 8))
                + Dot(EvenBytes(u), Vector128.Load(q + 16))
                + Dot(OddBytes(u), Vector128.Load(q + 24));
            sum += Vector128.Create(Halves.ToFloat(*(ushort*)row) * block->Scale) * Floats(whole);
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Q4K(byte* row, KBlock* block, ulong columns)
    {
        var sum = Vector128<float>.Zero;
        for (var left = columns / KBlock.Weights; left != 0; left--, block++, row += 144)
        {
            var head = new KHead(row);
            var q = block->Numbers;
            var whole =
                FourBits(row + 16, q, head.Scales, 0)
                + FourBits(row + 48, q + 64, head.Scales, 2)
                + FourBits(row + 80, q + 128, head.Scales, 4)
                + FourBits(row + 112, q + 192, head.Scales, 6);
            sum += KSum(head, block, whole);
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Q5K(byte* row, KBlock* block, ulong columns)
    {
        var sum = Vector128<float>.Zero;
        for (var left = columns / KBlock.Weights; left != 0; left--, block++, row += 176)
        {
            var head = new KHead(row);
            var q = block->Numbers;
            var whole =
                FiveBits(row, q, head.Scales, 0)
                + FiveBits(row, q + 64, head.Scales, 1)
                + FiveBits(row, q + 128, head.Scales, 2)
                + FiveBits(row, q + 192, head.Scales, 3);
            sum += KSum(head, block, whole);
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Q6K(byte* row, KBlock* block, ulong columns)
    {
        var sum = Vector128<float>.Zero;
        for (var left = columns / KBlock.Weights; left != 0; left--, block++, row += 210)
        {
            var scales = Words(row + 192);
            var (even, odd) = (EvenBytes(scales), OddBytes(scales));
            var q = block->Numbers;
            var whole =
                SixBits(row, row + 128, q, even, 0)
                + SixBits(row + 16, row + 144, q + 16, odd, 0)
                + SixBits(row + 64, row + 160, q + 128, even, 4)
                + SixBits(row + 80, row + 176, q + 144, odd, 4);

            // A weight is 32 less than its six bits say.
            var less =
                Dot(even, Vector128.Load(block->Sums16))
                + Dot(odd, Vector128.Load(block->Sums16 + 8));
            sum +=
                Vector128.Create(Halves.ToFloat(*(ushort*)(row + 208)) * block->Scale)
                * Floats(whole - (less << 5));
        }

        return Total(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> KSum(in KHead head, KBlock* block, Vector128<int> whole) =>
        (Vector128.Create(head.Scale * block->Scale) * Floats(whole))
        - (
            Vector128.Create(head.Minimum * block->Scale)
            * Floats(Dot(head.Minima, Vector128.Load(block->Sums32)))
        );

    // 64 weights: low nibbles of 32 bytes, then high ones, each half with a scale of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FourBits(byte* at, short* q, Vector128<short> scales, short scale)
    {
        var v = Words(at);
        var u = Words(at + 16);
        var low =
            (Nibbles(v, 0) * Vector128.Load(q))
            + (Nibbles(v, 8) * Vector128.Load(q + 8))
            + (Nibbles(u, 0) * Vector128.Load(q + 16))
            + (Nibbles(u, 8) * Vector128.Load(q + 24));
        var high =
            (Nibbles(v, 4) * Vector128.Load(q + 32))
            + (Nibbles(v, 12) * Vector128.Load(q + 40))
            + (Nibbles(u, 4) * Vector128.Load(q + 48))
            + (Nibbles(u, 12) * Vector128.Load(q + 56));
        return Dot(low, Lane(scales, scale)) + Dot(high, Lane(scales, (short)(scale + 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> FiveBits(
        byte* row,
        short* q,
        Vector128<short> scales,
        short group
    )
    {
        var v = Words(row + 48 + (32 * group));
        var u = Words(row + 64 + (32 * group));
        var f = Words(row + 16);
        var e = Words(row + 32);
        var bit = 2 * group;
        var low =
            ((Nibbles(v, 0) | Upper(f, bit, 1)) * Vector128.Load(q))
            + ((Nibbles(v, 8) | Upper(f, bit + 8, 1)) * Vector128.Load(q + 8))
            + ((Nibbles(u, 0) | Upper(e, bit, 1)) * Vector128.Load(q + 16))
            + ((Nibbles(u, 8) | Upper(e, bit + 8, 1)) * Vector128.Load(q + 24));
        var high =
            ((Nibbles(v, 4) | Upper(f, bit + 1, 1)) * Vector128.Load(q + 32))
            + ((Nibbles(v, 12) | Upper(f, bit + 9, 1)) * Vector128.Load(q + 40))
            + ((Nibbles(u, 4) | Upper(e, bit + 1, 1)) * Vector128.Load(q + 48))
            + ((Nibbles(u, 12) | Upper(e, bit + 9, 1)) * Vector128.Load(q + 56));
        return Dot(low, Lane(scales, (short)(2 * group)))
            + Dot(high, Lane(scales, (short)((2 * group) + 1)));
    }

    // Four times 16 weights, 32 from each other: nibbles of two vectors, with two more bits from a third.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SixBits(
        byte* low,
        byte* high,
        short* q,
        Vector128<short> scales,
        short scale
    )
    {
        var a = Words(low);
        var b = Words(low + 32);
        var f = Words(high);
        return Dot(SixBits(a, f, 0, 0, q), Lane(scales, scale))
            + Dot(SixBits(b, f, 0, 2, q + 32), Lane(scales, (short)(scale + 1)))
            + Dot(SixBits(a, f, 4, 4, q + 64), Lane(scales, (short)(scale + 2)))
            + Dot(SixBits(b, f, 4, 6, q + 96), Lane(scales, (short)(scale + 3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> SixBits(
        Vector128<ushort> nibbles,
        Vector128<ushort> upper,
        int shift,
        int bit,
        short* q
    ) =>
        ((Nibbles(nibbles, shift) | Upper(upper, bit, 3)) * Vector128.Load(q))
        + ((Nibbles(nibbles, shift + 8) | Upper(upper, bit + 8, 3)) * Vector128.Load(q + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Words(byte* at) => Vector128.Load((ushort*)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Nibbles(Vector128<ushort> v, int shift) =>
        (shift == 12 ? v >> 12 : (v >> shift) & Vector128.Create((ushort)15)).AsInt16();

    // A bit and those above it under the mask, moved to where 16 is one: the fifth and sixth of a weight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Upper(Vector128<ushort> v, int bit, int mask) =>
        (
            (bit < 4 ? v << (4 - bit) : v >> (bit - 4)) & Vector128.Create((ushort)(mask << 4))
        ).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> EvenBytes(Vector128<ushort> v) => (v << 8).AsInt16() >> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> OddBytes(Vector128<ushort> v) => v.AsInt16() >> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Lane(Vector128<short> v, short lane) =>
        Vector128.Shuffle(v, Vector128.Create(lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Floats(Vector128<int> v) => Vector128.ConvertToSingle(v);

    // Products of neighbours, added in pairs: i32x4.dot_i16x8_s.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Dot(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(a, b);
        }

        var low = Vector128.WidenLower(a) * Vector128.WidenLower(b);
        var high = Vector128.WidenUpper(a) * Vector128.WidenUpper(b);
        return AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.AddPairwise(low, high)
            : Vector128.Create(
                low[0] + low[1],
                low[2] + low[3],
                high[0] + high[1],
                high[2] + high[3]
            );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Total(Vector128<float> v) => (v[0] + v[1]) + (v[2] + v[3]);
}
