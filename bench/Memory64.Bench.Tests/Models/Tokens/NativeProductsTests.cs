using CsCheck;
using Memory64.Models.Gguf;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Models.Tokens;

public sealed unsafe class NativeProductsTests
{
    private const int Columns = 1024;

    public static TheoryData<TensorType> Types => [.. Enum.GetValues<TensorType>()];

    /// <summary>The sum of weights times numbers, each made a float, in doubles.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void A_product_is_the_sum_of_its_parts(TensorType type) =>
        Gen.ULong.Sample(
            seed =>
            {
                var row = new byte[new Tensor("a", type, Columns).RowBytes];
                SyntheticRow.Fill(type, deviation: 1, mean: 0, seed, row);
                var vector = new byte[Columns * sizeof(float)];
                SyntheticRow.Fill(TensorType.F32, deviation: 1, mean: 0, ~seed, vector);
                var (expected, size, found) = Products(type, row, vector);
                Assert.InRange(Math.Abs(found - expected) / Math.Sqrt(size), 0, 1e-5);
            },
            iter: 100
        );

    [Fact]
    public void A_vector_of_zeros_gives_zero()
    {
        foreach (var type in Enum.GetValues<TensorType>())
        {
            var row = new byte[new Tensor("a", type, Columns).RowBytes];
            SyntheticRow.Fill(type, deviation: 1, mean: 0, seed: 1, row);
            Assert.Equal(0, Products(type, row, new byte[Columns * sizeof(float)]).Found);
        }
    }

    // The extremes of a block: no product of weights and numbers leaves its lane.
    [Theory]
    [MemberData(nameof(Types))]
    public void The_largest_weights_and_numbers_do_not_overflow(TensorType type)
    {
        var tensor = new Tensor("a", type, Columns);
        var row = Enumerable.Repeat((byte)0xff, (int)tensor.RowBytes).ToArray();
        var block = (int)TensorBlock.Of(type)!.Value.Bytes;
        for (var at = 0; at < row.Length; at += block)
        {
            SetScales(type, row.AsSpan(at, block));
        }

        var vector = new float[Columns];
        Array.Fill(vector, 1);
        var (expected, size, found) = Products(
            type,
            row,
            System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(vector).ToArray()
        );

        Assert.InRange(Math.Abs(found - expected) / Math.Sqrt(size), 0, 1e-4);
    }

    private static void SetScales(TensorType type, Span<byte> block)
    {
        var one = BitConverter.GetBytes((Half)1);
        switch (type)
        {
            case TensorType.F32:
                BitConverter.GetBytes(1f).CopyTo(block);
                break;
            case TensorType.Q4_K or TensorType.Q5_K:
                one.CopyTo(block);
                one.CopyTo(block[2..]);
                break;
            case TensorType.Q6_K:
                block[192..208].Fill(0x80);
                one.CopyTo(block[208..]);
                break;
            default:
                one.CopyTo(block);
                break;
        }
    }

    private static (double Expected, double Size, float Found) Products(
        TensorType type,
        byte[] row,
        byte[] vector
    )
    {
        var k = new KBlock[Columns / KBlock.Weights];
        var zero = new ZeroBlock[Columns / ZeroBlock.Weights];
        fixed (
            byte* weights = row,
                floats = vector
        )
        fixed (KBlock* kBlocks = k)
        fixed (ZeroBlock* zeroBlocks = zero)
        {
            NativeQuantization.ToK((float*)floats, Columns, kBlocks);
            NativeQuantization.ToZero((float*)floats, Columns, zeroBlocks);
            var (expected, size) = (0.0, 1e-12);
            for (var i = 0; i < Columns; i++)
            {
                var place = (i % 256 & ~15) + (i % 2 * 8) + (i % 16 / 2);
                var number = type switch
                {
                    TensorType.F32 or TensorType.F16 => ((float*)floats)[i],
                    TensorType.Q4_0 or TensorType.Q8_0 => (double)zeroBlocks[i / 32].Scale
                        * zeroBlocks[i / 32].Numbers[place % 32],
                    _ => (double)kBlocks[i / 256].Scale * kBlocks[i / 256].Numbers[place],
                };
                var product = NativeQuantization.Weight(type, weights, (ulong)i) * number;
                expected += product;
                size += product * product;
            }

            var from = type switch
            {
                TensorType.F32 or TensorType.F16 => floats,
                TensorType.Q4_0 or TensorType.Q8_0 => (byte*)zeroBlocks,
                _ => (byte*)kBlocks,
            };
            return (expected, size, NativeProducts.Of(type, weights, from, Columns));
        }
    }
}
