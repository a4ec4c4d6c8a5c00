using Memory64.Models.Gguf;

namespace Memory64.Models.Shapes;

/// <summary>Which tensors a model of a shape has when it is quantized as <c>Q4_K_M</c>, the type in which most models are passed on.</summary>
/// <remarks>Source of the rule: <c>llama_tensor_get_type</c> in llama.cpp's <c>src/llama-quant.cpp</c>, commit 5b4ebc5.</remarks>
public static class TensorPlan
{
    // With eight heads sharing one of keys and values, that of the values is small and worth more bits.
    private const uint SharedBy = 8;
    private const uint LayersOf70B = 80;

    /// <summary>The tensors in the order in which a file has them.</summary>
    public static IReadOnlyList<Tensor> Of(ModelShape shape) =>
        [
            Matrix(TensorNames.Embedding, TensorType.Q4_K, shape.Width, shape.Vocabulary),
            .. Enumerable.Range(0, (int)shape.Layers).SelectMany(i => Layer(shape, (uint)i)),
            Vector(TensorNames.OutputNorm, shape.Width),
            Matrix(TensorNames.Output, TensorType.Q6_K, shape.Width, shape.Vocabulary),
        ];

    /// <summary>Bytes of tensors, together.</summary>
    public static ulong BytesOf(IEnumerable<Tensor> tensors) =>
        tensors.Aggregate(0UL, (sum, tensor) => sum + tensor.Bytes);

    private static IEnumerable<Tensor> Layer(ModelShape shape, uint layer)
    {
        var (width, ffn, kv) = (shape.Width, shape.FeedForwardWidth, shape.KeyValueWidth);
        var important = HasMoreBits(layer, shape.Layers) ? TensorType.Q6_K : TensorType.Q4_K;
        var value =
            important == TensorType.Q4_K
            && shape.Layers == LayersOf70B
            && shape.Heads / shape.KeyValueHeads == SharedBy
                ? TensorType.Q5_K
                : important;
        string Name(string part) => TensorNames.Of(layer, part);
        return
        [
            Vector(Name("attn_norm"), width),
            Matrix(Name("attn_q"), TensorType.Q4_K, width, width),
            Matrix(Name("attn_k"), TensorType.Q4_K, width, kv),
            Matrix(Name("attn_v"), value, width, kv),
            Matrix(Name("attn_output"), TensorType.Q4_K, width, width),
            Vector(Name("ffn_norm"), width),
            Matrix(Name("ffn_gate"), TensorType.Q4_K, width, ffn),
            Matrix(Name("ffn_up"), TensorType.Q4_K, width, ffn),
            Matrix(Name("ffn_down"), important, ffn, width),
        ];
    }

    // The first and the last eighth of the layers, and every third between them.
    private static bool HasMoreBits(uint layer, uint layers) =>
        layer < layers / 8 || layer >= 7 * layers / 8 || (layer - (layers / 8)) % 3 == 2;

    private static Tensor Vector(string name, uint columns) => new(name, TensorType.F32, columns);

    private static Tensor Matrix(string name, TensorType type, uint columns, uint rows) =>
        new(name, type, columns, rows);
}
