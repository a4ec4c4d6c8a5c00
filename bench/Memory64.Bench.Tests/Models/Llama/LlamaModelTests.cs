using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Shapes;
using Xunit;

namespace Memory64.Bench.Tests.Models.Llama;

public sealed class LlamaModelTests
{
    private static readonly IReadOnlyList<Tensor> Plan = TensorPlan.Of(TestModels.Small);

    [Fact]
    public void Takes_the_embedding_for_output_where_a_model_ties_both()
    {
        var model = Of(tensors: [.. Plan.Where(tensor => tensor.Name != "output.weight")]);

        Assert.Same(model.Embedding, model.Output);
        Assert.Equal(model.TensorBytes, model.TokenBytes);
    }

    [Fact]
    public void A_token_reads_one_row_of_the_embedding()
    {
        var model = Of();
        var embedding = model.Embedding.Tensor;

        Assert.Equal(
            model.TensorBytes - ((embedding.Rows - 1) * embedding.RowBytes),
            model.TokenBytes
        );
    }

    [Fact]
    public void Takes_the_factors_of_angles_where_there_are_some()
    {
        var factors = new Tensor("rope_freqs.weight", TensorType.F32, 32);

        Assert.Null(Of().RopeFactors);
        Assert.Equal(factors, Of(tensors: [factors, .. Plan]).RopeFactors?.Tensor);
    }

    [Fact]
    public void As_many_heads_of_keys_as_of_queries_where_nothing_is_said()
    {
        var shape = TestModels.Small with { KeyValueHeads = TestModels.Small.Heads };

        var model = Of(
            [
                .. ModelMetadata
                    .Of(shape)
                    .Where(value => value.Key != "llama.attention.head_count_kv"),
            ],
            TensorPlan.Of(shape)
        );

        Assert.Equal(shape.Heads, model.Shape.KeyValueHeads);
    }

    [Theory]
    [InlineData(
        "general.architecture",
        "qwen2",
        "is of architecture qwen2; only llama can be computed"
    )]
    [InlineData("llama.expert_count", 8u, "is a mixture of 8 experts, which can't be computed")]
    [InlineData(
        "llama.rope.scaling.type",
        "yarn",
        "scales its positions (yarn), which can't be computed"
    )]
    [InlineData(
        "llama.rope.scaling.type",
        "longrope",
        "scales its positions (longrope), which can't be computed"
    )]
    [InlineData(
        "llama.rope.freq_base",
        0f,
        "metadata llama.rope.freq_base is 0; angles need a base above 0"
    )]
    [InlineData(
        "llama.rope.scaling.factor",
        "four",
        "metadata llama.rope.scaling.factor is no number"
    )]
    [InlineData(
        "llama.attention.causal",
        false,
        "metadata llama.attention.causal is false: a token that sees those after it can't be computed"
    )]
    [InlineData(
        "llama.attention.causal",
        0u,
        "metadata llama.attention.causal is neither true nor false"
    )]
    [InlineData(
        "general.type",
        "adapter",
        "is an adapter (of no named type) and no model; merge it into its model first (llama-export-lora)"
    )]
    [InlineData("llama.block_count", 0u, "metadata llama.block_count is 0; 1 to 1024 are possible")]
    [InlineData("llama.block_count", 4u, "lacks tensor blk.3.attn_norm.weight")]
    [InlineData(
        "llama.block_count",
        2u,
        "tensor blk.2.attn_norm.weight has no place in this computation of a llama model"
    )]
    [InlineData("llama.block_count", "3", "metadata llama.block_count is no whole number")]
    [InlineData(
        "llama.embedding_length",
        1u << 30,
        "metadata llama.embedding_length is 1073741824; 1 to 1048576 are possible"
    )]
    [InlineData(
        "llama.embedding_length",
        512u,
        "metadata llama.rope.dimension_count is 64; only heads of 128 numbers (width over heads), all turned, can be computed"
    )]
    [InlineData(
        "llama.feed_forward_length",
        256u,
        "tensor blk.0.ffn_gate.weight is of 256 x 512, where the metadata ask for 256 x 256"
    )]
    [InlineData(
        "llama.attention.head_count_kv",
        3u,
        "has 256 numbers for 4 heads and 3 of keys and values, which can't be shared out"
    )]
    [InlineData(
        "llama.attention.key_length",
        32u,
        "metadata llama.attention.key_length is 32; only heads of 64 numbers (width over heads), all turned, can be computed"
    )]
    [InlineData(
        "llama.attention.layer_norm_rms_epsilon",
        "small",
        "metadata llama.attention.layer_norm_rms_epsilon is no number"
    )]
    public void Refuses_what_it_would_get_wrong(string key, object value, string what) =>
        Assert.Equal(
            $"model.gguf: {what}",
            Refusal([
                .. ModelMetadata.Of(TestModels.Small).Where(each => each.Key != key),
                new(key, value),
            ])
        );

    [Theory]
    [InlineData(
        2u,
        4u,
        "metadata llama.attention.head_count_kv is 2 for layer 0 and 4 for layer 2; layers that differ can't be computed"
    )]
    [InlineData(
        2u,
        0u,
        "metadata llama.attention.head_count_kv is 2 for layer 0 and 0 for layer 2; layers that differ can't be computed"
    )]
    [InlineData(0u, 0u, "metadata llama.attention.head_count_kv is 0; 1 to 1048576 are possible")]
    public void Refuses_layers_that_differ(uint first, uint last, string what) =>
        Assert.Equal($"model.gguf: {what}", Refusal(KeyValueHeads(first, first, last)));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Refuses_numbers_for_other_layers_than_there_are(int count) =>
        Assert.Equal(
            $"model.gguf: metadata llama.attention.head_count_kv has {count} numbers for 3 layers",
            Refusal(KeyValueHeads([.. Enumerable.Repeat((object)2u, count)]))
        );

    [Fact]
    public void Takes_a_number_for_each_layer_where_all_are_the_same() =>
        Assert.Equal(2u, Of(KeyValueHeads(2u, 2u, 2u)).Shape.KeyValueHeads);

    [Fact]
    public void Refuses_an_array_where_one_number_is_meant() =>
        Assert.Equal(
            "model.gguf: metadata llama.embedding_length is no whole number",
            Refusal([
                .. ModelMetadata
                    .Of(TestModels.Small)
                    .Where(value => value.Key != "llama.embedding_length"),
                new("llama.embedding_length", new object[] { 256u }),
            ])
        );

    [Theory]
    [InlineData(3u, "model.gguf: is shard 2 of 3; join them first (llama-gguf-split --merge)")]
    public void Refuses_a_shard(uint shards, string what) =>
        Assert.Equal(
            what,
            Refusal([
                .. ModelMetadata.Of(TestModels.Small),
                new("split.count", shards),
                new("split.no", 1u),
            ])
        );

    [Theory]
    [InlineData(
        "general.architecture",
        "is of architecture (none named); only llama can be computed"
    )]
    [InlineData("llama.context_length", "lacks metadata llama.context_length")]
    [InlineData(
        "llama.attention.layer_norm_rms_epsilon",
        "lacks metadata llama.attention.layer_norm_rms_epsilon"
    )]
    public void Refuses_what_lacks_metadata(string key, string what) =>
        Assert.Equal(
            $"model.gguf: {what}",
            Refusal([.. ModelMetadata.Of(TestModels.Small).Where(each => each.Key != key)])
        );

    [Fact]
    public void Refuses_a_norm_that_is_quantized() =>
        Assert.Equal(
            "model.gguf: tensor output_norm.weight is of type Q8_0; a vector must be F32",
            Assert
                .Throws<GgufException>(() =>
                    Of(
                        tensors:
                        [
                            .. Plan.Select(tensor =>
                                tensor.Name == "output_norm.weight"
                                    ? tensor with
                                    {
                                        Type = TensorType.Q8_0,
                                    }
                                    : tensor
                            ),
                        ]
                    )
                )
                .Message
        );

    private static IReadOnlyList<KeyValuePair<string, object>> KeyValueHeads(
        params object[] heads
    ) =>
        [
            .. ModelMetadata
                .Of(TestModels.Small)
                .Where(value => value.Key != "llama.attention.head_count_kv"),
            new("llama.attention.head_count_kv", heads),
        ];

    private static string Refusal(IReadOnlyList<KeyValuePair<string, object>> metadata) =>
        Assert.Throws<GgufException>(() => Of(metadata)).Message;

    private static LlamaModel Of(
        IReadOnlyList<KeyValuePair<string, object>>? metadata = null,
        IReadOnlyList<Tensor>? tensors = null
    )
    {
        var head = new GgufHead([], tensors ?? Plan);
        return LlamaModel.Of(
            new()
            {
                Path = "model.gguf",
                Bytes = head.FileBytes,
                Sha256 = "",
                Alignment = GgufFormat.DefaultAlignment,
                Metadata = (metadata ?? ModelMetadata.Of(TestModels.Small)).ToDictionary(
                    StringComparer.Ordinal
                ),
                Tensors = head.Tensors.ToDictionary(
                    placed => placed.Tensor.Name,
                    StringComparer.Ordinal
                ),
            }
        );
    }
}
