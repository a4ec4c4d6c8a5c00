using System.Runtime.InteropServices;
using Memory64.Models.Gguf;

namespace Memory64.Models.Synthesis;

/// <summary>Random weights that a model can compute with: finite everywhere, with a mean near 0 and the standard deviation of a trained model's.</summary>
/// <remarks>
/// All bits of a block are random but those of its scales, of which random ones would be no numbers. The divisors are the standard
/// deviations that uniform random bits then give a weight in units of the scale; a minimum is as large as the mean that it takes away.
/// Blocks are neither zero nor alike, so no page is shared or merged.
/// </remarks>
internal static class SyntheticRow
{
    private const float OfQ4K = 258.3f,
        OfQ5K = 526.9f,
        OfQ6K = 1365.7f,
        OfQ4 = 4.637f,
        OfQ8 = 73.9f,
        MeanOfFourBits = 7.5f,
        MeanOfFiveBits = 15.5f,
        OfUniform = 0.288675f;

    /// <summary>Fills a row.</summary>
    /// <param name="type">How its weights are stored.</param>
    /// <param name="deviation">The standard deviation of its weights.</param>
    /// <param name="mean">Their mean, for floats; of quantized ones it is 0, but of Q4_0, whose numbers go from -8 to 7, -0.1 deviations.</param>
    /// <param name="seed">Of the row.</param>
    /// <param name="row">A whole number of blocks.</param>
    public static void Fill(
        TensorType type,
        float deviation,
        float mean,
        ulong seed,
        Span<byte> row
    )
    {
        var random = new SplitMix64(seed);
        switch (type)
        {
            case TensorType.F32:
                foreach (ref var weight in MemoryMarshal.Cast<byte, float>(row))
                {
                    weight = Uniform(ref random, deviation, mean);
                }

                break;
            case TensorType.F16:
                foreach (ref var weight in MemoryMarshal.Cast<byte, Half>(row))
                {
                    weight = (Half)Uniform(ref random, deviation, mean);
                }

                break;
            default:
                FillRandom(ref random, row);
                SetScales(type, deviation, row);
                break;
        }
    }

    private static void SetScales(TensorType type, float deviation, Span<byte> row)
    {
        switch (type)
        {
            case TensorType.Q4_0:
                SetEach(type, row, 0, deviation / OfQ4);
                break;
            case TensorType.Q8_0:
                SetEach(type, row, 0, deviation / OfQ8);
                break;
            case TensorType.Q4_K:
                SetEach(type, row, 0, deviation / OfQ4K);
                SetEach(type, row, 2, deviation / OfQ4K * MeanOfFourBits);
                break;
            case TensorType.Q5_K:
                SetEach(type, row, 0, deviation / OfQ5K);
                SetEach(type, row, 2, deviation / OfQ5K * MeanOfFiveBits);
                break;
            case TensorType.Q6_K:
                SetEach(type, row, 208, deviation / OfQ6K);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "has no scales");
        }
    }

    private static void SetEach(TensorType type, Span<byte> row, int offset, float scale)
    {
        var bytes = (int)TensorBlock.Of(type)!.Value.Bytes;
        for (var at = offset; at < row.Length; at += bytes)
        {
            MemoryMarshal.Write(row[at..], (Half)scale);
        }
    }

    private static void FillRandom(ref SplitMix64 random, Span<byte> row)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(row);
        foreach (ref var word in words)
        {
            word = random.Next();
        }

        var rest = row[(words.Length * sizeof(ulong))..];
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        MemoryMarshal.Write(last, random.Next());
        last[..rest.Length].CopyTo(rest);
    }

    private static float Uniform(ref SplitMix64 random, float deviation, float mean) =>
        mean + (((random.Next() >> 40) * (1f / (1 << 24))) - 0.5f) / OfUniform * deviation;
}
