using Memory64.Models.Gguf;

namespace Memory64.Models.Shapes;

/// <summary>What a file says of a shape: what llama.cpp demands, and not more.</summary>
/// <remarks>Source: <c>load_hparams</c> in llama.cpp's <c>src/llama-model.cpp</c>, commit 5b4ebc5.</remarks>
public static class ModelMetadata
{
    internal const string ArchitectureKey = "general.architecture",
        Architecture = "llama",
        Width = "llama.embedding_length",
        FeedForwardWidth = "llama.feed_forward_length",
        Layers = "llama.block_count",
        Heads = "llama.attention.head_count",
        KeyValueHeads = "llama.attention.head_count_kv",
        Epsilon = "llama.attention.layer_norm_rms_epsilon",
        RopeBase = "llama.rope.freq_base",
        RopeDimensions = "llama.rope.dimension_count",
        RopeScaling = "llama.rope.scaling.type",
        RopeScalingFactor = "llama.rope.scaling.factor",
        RopeScaleLinear = "llama.rope.scale_linear",
        RopeAttentionFactor = "llama.rope.scaling.attn_factor",
        Causal = "llama.attention.causal",
        Context = "llama.context_length",
        Vocabulary = "llama.vocab_size";

    // Numbers of ggml: mostly Q4_K, of medium size; the second version of the quantized formats.
    private const uint MostlyQ4KMedium = 15;
    private const uint QuantizationVersion = 2;

    /// <summary>Keys with their values, as <see cref="GgufHead"/> takes them.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(ModelShape shape) =>
        [
            new(ArchitectureKey, Architecture),
            new("general.name", $"synthetic {shape.Name}"),
            new("general.file_type", MostlyQ4KMedium),
            new("general.quantization_version", QuantizationVersion),
            new(Context, shape.Context),
            new(Width, shape.Width),
            new(Layers, shape.Layers),
            new(FeedForwardWidth, shape.FeedForwardWidth),
            new(Heads, shape.Heads),
            new(KeyValueHeads, shape.KeyValueHeads),
            new(Epsilon, shape.Epsilon),
            new(RopeBase, shape.RopeBase),
            new(RopeDimensions, shape.HeadSize),
            new(Vocabulary, shape.Vocabulary),
            // Tokens are sent as numbers, so a vocabulary would only be read.
            new("tokenizer.ggml.model", "no_vocab"),
        ];
}
