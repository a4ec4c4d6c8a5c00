using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Xunit;

namespace Memory64.Bench.Tests.Models.Shapes;

public sealed class TensorPlanTests
{
    /// <summary>What llama.cpp's own files of these models have; the sizes are those of the published Q4_K_M files less their heads.</summary>
    public static TheoryData<string, int, ulong, ulong> Published =>
        new()
        {
            { "7B", 291, 4_080_263_168, 4_006_537_472 },
            { "8B", 291, 4_912_898_048, 4_617_398_528 },
            { "13B", 363, 7_865_210_880, 7_773_053_760 },
            { "70B", 723, 41_422_143_488, 41_274_692_096 },
        };

    [Theory]
    [MemberData(nameof(Published))]
    public void Has_exactly_the_bytes_of_a_published_file(
        string name,
        int tensors,
        ulong bytes,
        ulong readByToken
    )
    {
        var shape = ModelShapes.All.Single(each => each.Name == name);

        var plan = TensorPlan.Of(shape);

        var embedding = plan[0];
        Assert.Equal(tensors, plan.Count);
        Assert.Equal(bytes, plan.Aggregate(0UL, (sum, tensor) => sum + tensor.Bytes));
        Assert.Equal(readByToken, bytes - embedding.Bytes + embedding.RowBytes);
    }

    [Fact]
    public void Gives_more_bits_to_the_first_and_last_eighth_and_every_third_layer_between()
    {
        var plan = TensorPlan.Of(ModelShapes.Llama7B);

        Assert.Equal(
            [0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28, 29, 30, 31],
            plan.Where(t => t.Name.EndsWith("ffn_down.weight", StringComparison.Ordinal))
                .Index()
                .Where(t => t.Item.Type == TensorType.Q6_K)
                .Select(t => t.Index)
        );
    }

    [Fact]
    public void Gives_five_bits_to_the_other_values_of_a_70B_only()
    {
        int Fives(ModelShape shape) =>
            TensorPlan.Of(shape).Count(tensor => tensor.Type == TensorType.Q5_K);

        Assert.Equal(
            (0, 0, 40),
            (Fives(ModelShapes.Llama8B), Fives(ModelShapes.Tiny), Fives(ModelShapes.Llama70B))
        );
    }

    /// <summary>Bytes of a position in the caches, as floats of 16 bits: half of what 32 take.</summary>
    [Theory]
    [InlineData("7B", 524_288)]
    [InlineData("8B", 131_072)]
    [InlineData("13B", 819_200)]
    [InlineData("70B", 327_680)]
    public void Knows_what_a_position_takes(string name, ulong half) =>
        Assert.Equal(2 * half, ModelShapes.All.Single(each => each.Name == name).CacheBytes);
}
