using Memory64.Models.Gguf;

namespace Memory64.Models.Tokens;

/// <summary>The control of what <c>guest/src/quants.h</c> does with single weights: vectors are quantized, and weights made floats.</summary>
internal static unsafe class NativeQuantization
{
    /// <summary>Quantizes floats for the K types: the one of largest magnitude becomes -127, the others in proportion, nearest even.</summary>
    public static void ToK(float* from, ulong count, KBlock* block)
    {
        for (var left = count / KBlock.Weights; left != 0; left--, block++, from += KBlock.Weights)
        {
            var (largest, magnitude) = (0f, 0f);
            for (var i = 0; i < KBlock.Weights; i++)
            {
                if (MathF.Abs(from[i]) > magnitude)
                {
                    magnitude = MathF.Abs(from[i]);
                    largest = from[i];
                }
            }

            var inverse = magnitude > 0 ? -127f / largest : 0;
            block->Scale = magnitude > 0 ? 1 / inverse : 0;
            for (var j = 0; j < 16; j++)
            {
                var sum = 0;
                for (var i = 16 * j; i < (16 * j) + 16; i++)
                {
                    var q = Math.Min((int)MathF.Round(inverse * from[i]), 127);
                    block->Numbers[Place(i)] = (short)q;
                    sum += q;
                }

                block->Sums16[(j % 2 * 8) + (j / 2)] = (short)sum;
            }

            for (var j = 0; j < 8; j++)
            {
                block->Sums32[j] = (short)(block->Sums16[j] + block->Sums16[8 + j]);
            }
        }
    }

    /// <summary>Quantizes floats for Q4_0 and Q8_0: the largest magnitude becomes 127.</summary>
    public static void ToZero(float* from, ulong count, ZeroBlock* block)
    {
        for (
            var left = count / ZeroBlock.Weights;
            left != 0;
            left--, block++, from += ZeroBlock.Weights
        )
        {
            var magnitude = 0f;
            for (var i = 0; i < ZeroBlock.Weights; i++)
            {
                magnitude = MathF.Max(magnitude, MathF.Abs(from[i]));
            }

            var inverse = magnitude > 0 ? 127f / magnitude : 0;
            block->Scale = magnitude / 127f;
            for (var i = 0; i < ZeroBlock.Weights; i++)
            {
                block->Numbers[Place(i)] = (short)MathF.Round(inverse * from[i]);
            }
        }
    }

    /// <summary>A weight of a row.</summary>
    /// <param name="type">How it is stored.</param>
    /// <param name="row">The first block.</param>
    /// <param name="index">From 0.</param>
    public static float Weight(TensorType type, byte* row, ulong index)
    {
        switch (type)
        {
            case TensorType.F32:
                return ((float*)row)[index];
            case TensorType.F16:
                return Halves.ToFloat(((ushort*)row)[index]);
            case TensorType.Q4_0:
            case TensorType.Q8_0:
                return OfZero(
                    row + (index / ZeroBlock.Weights * TensorBlock.Of(type)!.Value.Bytes),
                    (int)(index % ZeroBlock.Weights),
                    type == TensorType.Q8_0
                );
            case TensorType.Q4_K:
            case TensorType.Q5_K:
                return OfKWithMinima(
                    row + (index / KBlock.Weights * TensorBlock.Of(type)!.Value.Bytes),
                    (int)(index % KBlock.Weights),
                    type == TensorType.Q5_K
                );
            case TensorType.Q6_K:
                return OfSixBits(
                    row + (index / KBlock.Weights * TensorBlock.Of(type)!.Value.Bytes),
                    (int)(index % KBlock.Weights)
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "has no weights");
        }
    }

    private static float OfZero(byte* block, int i, bool isWhole) =>
        Halves.ToFloat(*(ushort*)block)
        * (isWhole ? (sbyte)block[2 + i] : ((block[2 + (i % 16)] >> (i / 16 * 4)) & 15) - 8);

    private static float OfKWithMinima(byte* block, int i, bool hasFifthBit)
    {
        var head = new KHead(block);
        var group = i / 32;
        var q = (block[(hasFifthBit ? 48 : 16) + (i / 64 * 32) + (i % 32)] >> (group % 2 * 4)) & 15;
        if (hasFifthBit)
        {
            q |= ((block[16 + (i % 32)] >> group) & 1) << 4;
        }

        return (head.Scale * head.Scales[group] * q) - (head.Minimum * head.Minima[group]);
    }

    private static float OfSixBits(byte* block, int i)
    {
        var (half, part, l) = (i / 128, i % 128 / 32, i % 32);
        var q =
            ((block[(64 * half) + (part % 2 * 32) + l] >> (part / 2 * 4)) & 15)
            | (((block[128 + (32 * half) + l] >> (2 * part)) & 3) << 4);
        return Halves.ToFloat(*(ushort*)(block + 208)) * (sbyte)block[192 + (i / 16)] * (q - 32);
    }

    // Of each 16 the even ones come first.
    private static int Place(int i) => (i & ~15) + (i % 2 * 8) + (i % 16 / 2);
}
