using System.Security.Cryptography;
using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Models.Synthesis;

public sealed unsafe class SyntheticModelTests
{
    [Fact]
    public void Files_of_one_seed_are_equal_and_of_another_are_not()
    {
        static byte[] Hash(ulong seed)
        {
            using var file = SyntheticModel.Write(ModelShapes.Tiny, seed);
            return SHA256.HashData(File.ReadAllBytes(file.Path));
        }

        Assert.Equal(Hash(1), Hash(1));
        Assert.NotEqual(Hash(1), Hash(2));
    }

    [Fact]
    public void A_file_has_the_size_that_its_tensors_add_up_to()
    {
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 1);

        Assert.Equal(file.Bytes, (ulong)File.ReadAllBytes(file.Path).LongLength);
        Assert.Equal(file.Bytes, GgufFile.Read(file.Path).Bytes);
    }

    /// <summary>The numbers of Q4_0 go from -8 to 7, so their mean is half a number below 0.</summary>
    [Theory]
    [InlineData(TensorType.F32)]
    [InlineData(TensorType.F16)]
    [InlineData(TensorType.Q4_0)]
    [InlineData(TensorType.Q8_0)]
    [InlineData(TensorType.Q4_K)]
    [InlineData(TensorType.Q5_K)]
    [InlineData(TensorType.Q6_K)]
    public void Weights_have_the_deviation_that_was_asked_for(TensorType type)
    {
        const int count = 1 << 18;
        var tensor = new Tensor("a", type, count);
        var row = new byte[tensor.RowBytes];
        SyntheticRow.Fill(type, deviation: 1, mean: 0, seed: 3, row);

        var (sum, squares) = (0.0, 0.0);
        fixed (byte* start = row)
        {
            for (var i = 0UL; i < count; i++)
            {
                var weight = NativeQuantization.Weight(type, start, i);
                Assert.True(float.IsFinite(weight));
                sum += weight;
                squares += (double)weight * weight;
            }
        }

        Assert.Equal(0, sum / count, 0.12);
        Assert.Equal(1, Math.Sqrt(squares / count), 0.02);
    }
}
