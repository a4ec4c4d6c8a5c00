using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Xunit;

namespace Memory64.Bench.Tests.Models.Shapes;

public sealed class RepeatedLayersTests
{
    [Fact]
    public void Each_layer_is_one_of_the_few_with_its_own_types()
    {
        var shape = ModelShapes.Llama70B;
        var few = new RepeatedLayers(shape, ofEachKind: 4);
        var whole = TensorPlan.Of(shape);

        Assert.Equal((8u, 80), (few.Shape.Layers, few.Sources.Count));
        foreach (var (layer, source) in few.Sources.Index())
        {
            Assert.Equal(
                whole.Skip(1 + (9 * layer)).Take(9).Select(t => (t.Type, t.Columns, t.Rows)),
                few.Tensors.Skip(1 + (9 * source)).Take(9).Select(t => (t.Type, t.Columns, t.Rows))
            );
        }

        Assert.Equal([.. Enumerable.Range(0, 8)], few.Sources.Distinct().Order());
    }

    [Fact]
    public void Knows_the_bytes_of_each_layer_of_the_whole_model()
    {
        var whole = TensorPlan.Of(ModelShapes.Llama70B);
        var few = new RepeatedLayers(ModelShapes.Llama70B, ofEachKind: 1);
        Assert.Equal(
            whole.Skip(1).SkipLast(2).Chunk(9).Select(layer => layer.Sum(t => (long)t.Bytes)),
            few.LayerBytes.Select(bytes => (long)bytes)
        );
    }

    [Fact]
    public void A_token_reads_what_the_whole_model_has()
    {
        var shape = ModelShapes.Tiny with { Layers = 24 };
        var few = new RepeatedLayers(shape, ofEachKind: 2);
        using var file = SyntheticModel.Write(few.Shape, few.Tensors, seed: 1);
        using var whole = SyntheticModel.Write(shape, seed: 1);

        var repeated = LlamaModel.Of(GgufFile.Read(file.Path)).Repeat(few.Sources);

        Assert.Equal(LlamaModel.Of(GgufFile.Read(whole.Path)).TokenBytes, repeated.TokenBytes);
        Assert.True(file.Bytes < whole.Bytes / 3);
    }
}
