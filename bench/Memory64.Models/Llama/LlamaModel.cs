using Memory64.Models.Gguf;
using Memory64.Models.Shapes;

namespace Memory64.Models.Llama;

/// <summary>A file whose model can be computed: of the llama architecture, whole, with every tensor that it needs and none besides.</summary>
public sealed record LlamaModel
{
    /// <summary>The file.</summary>
    public required GgufFile File { get; init; }

    /// <summary>Its hyperparameters.</summary>
    public required ModelShape Shape { get; init; }

    /// <summary>A row for each token.</summary>
    public required PlacedTensor Embedding { get; init; }

    /// <summary>Weights of the last norm.</summary>
    public required PlacedTensor OutputNorm { get; init; }

    /// <summary>Makes logits; the embedding itself in a model that ties both.</summary>
    public required PlacedTensor Output { get; init; }

    /// <summary>By which the angles of a position are divided, a number a pair; <see langword="null"/> where they aren't.</summary>
    public required PlacedTensor? RopeFactors { get; init; }

    /// <summary>The layers in their order.</summary>
    public required IReadOnlyList<LlamaLayer> Layers { get; init; }

    /// <summary>Bytes of all tensors.</summary>
    public ulong TensorBytes =>
        TensorPlan.BytesOf(File.Tensors.Values.Select(placed => placed.Tensor));

    /// <summary>Bytes of weights that a token reads: all but the embeddings of other tokens.</summary>
    public ulong TokenBytes =>
        TensorPlan.BytesOf(
            Layers.SelectMany(layer => layer.Tensors).Select(placed => placed.Tensor)
        )
        + OutputNorm.Tensor.Bytes
        + Output.Tensor.Bytes
        + (ReferenceEquals(Output, Embedding) ? 0 : Embedding.Tensor.RowBytes);

    /// <summary>The model whose layers are these, some of them several times.</summary>
    /// <param name="sources">For each layer, which of this model's it is.</param>
    public LlamaModel Repeat(IReadOnlyList<int> sources) =>
        this with
        {
            Shape = Shape with { Layers = (uint)sources.Count },
            Layers = [.. sources.Select(source => Layers[source])],
        };

    /// <summary>Makes sure that a file's model can be computed.</summary>
    /// <exception cref="GgufException">It can't; the message names the tensor or metadata.</exception>
    public static LlamaModel Of(GgufFile file) => new LlamaChecks(file).Model();
}
