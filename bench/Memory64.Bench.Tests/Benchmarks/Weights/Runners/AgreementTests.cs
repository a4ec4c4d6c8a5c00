using Memory64.Bench.Tests.Models;
using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Runners;

/// <summary>Whatever kind of file a model is in: what is computed of it is what llama.cpp computes, at each of four positions.</summary>
public sealed class AgreementTests
{
    public static TheoryData<string> Orders => [.. TestModels.Orders.Keys];

    /// <summary>Metadata of positions, each with what else is in the file.</summary>
    public static TheoryData<string, KeyValuePair<string, object>[]> Turns =>
        new()
        {
            { "old key", [Key("rope.scale_linear", 4f)] },
            { "no type", [Key("rope.scaling.factor", 4f)] },
            { "both", [Key("rope.scaling.factor", 4f), Key("rope.scale_linear", 2f)] },
            { "0 is no factor", [Key("rope.scaling.factor", 0f), Key("rope.scale_linear", 2f)] },
            { "linear", [Key("rope.scaling.type", "linear"), Key("rope.scaling.factor", 4f)] },
            { "by 1", [Key("rope.scaling.type", "linear"), Key("rope.scaling.factor", 1f)] },
            { "narrower", [Key("rope.scaling.factor", 0.5f)] },
            { "backwards", [Key("rope.scaling.factor", -4f)] },
            { "longer", [Key("rope.scaling.attn_factor", 1.5f)] },
            { "to nothing", [Key("rope.scaling.attn_factor", 0f)] },
            { "all", [Key("rope.scale_linear", 8f), Key("rope.scaling.attn_factor", 0.5f)] },
            {
                "none",
                [
                    Key("rope.scaling.type", "none"),
                    Key("rope.scaling.factor", 4f),
                    Key("rope.scaling.attn_factor", 1.5f),
                ]
            },
            { "base", [Key("rope.freq_base", 1e6f)] },
            { "causal", [Key("attention.causal", true)] },
        };

    /// <summary>Metadata of other architectures, and of YaRN without its type: llama.cpp makes nothing of them either.</summary>
    public static TheoryData<string, object> Unread =>
        new()
        {
            { "rope.scaling.alpha", 0.5f },
            { "rope.scaling.original_context_length", 1u },
            { "rope.scaling.finetuned", true },
            { "rope.scaling.yarn_log_multiplier", 0.5f },
            { "rope.scaling.yarn_ext_factor", 0.5f },
            { "rope.scaling.yarn_attn_factor", 0.5f },
            { "rope.scaling.yarn_beta_fast", 0.5f },
            { "rope.freq_base_swa", 0.5f },
            { "rope.dimension_count_swa", 2u },
            { "attention.scale", 0.5f },
            { "attention.output_scale", 0.5f },
            { "attention.value_scale", 0.5f },
            { "attention.temperature_scale", 0.5f },
            { "attention.clamp_kqv", 0.01f },
            { "attention.max_alibi_bias", 0.5f },
            { "attention.sliding_window", 1u },
            { "attention.key_length_swa", 2u },
            { "attention.value_length_swa", 2u },
            { "attn_logit_softcapping", 0.5f },
        };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Tensors_lie_in_any_order(string order) =>
        Check(ModelMetadata.Of(TestModels.Small), TestModels.Orders[order]);

    [Theory]
    [MemberData(nameof(Turns))]
    public void Positions_turn_as_the_metadata_say(string what, KeyValuePair<string, object>[] keys)
    {
        Assert.NotEmpty(what);
        Check(With(keys), TestModels.Floats(TestModels.Small));
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void They_do_beside_factors_of_pairs_too(
        string what,
        KeyValuePair<string, object>[] keys
    )
    {
        Assert.NotEmpty(what);
        var factors = new Tensor("rope_freqs.weight", TensorType.F32, 32);
        Check(With(keys), [.. TestModels.Floats(TestModels.Small), factors]);
    }

    [Theory]
    [MemberData(nameof(Unread))]
    public void What_llama_cpp_does_not_read_changes_nothing(string key, object value) =>
        Check(With(Key(key, value)), TestModels.Floats(TestModels.Small));

    /// <summary>What no computation needs, and what says the same for each layer.</summary>
    [Fact]
    public void A_file_may_say_much_besides() =>
        Check(
            With(
                new("tokenizer.chat_template", new string('x', 70_000)),
                new("tokenizer.huggingface.json", new string('x', 1_800_000)),
                Key("attention.head_count", new uint[] { 4, 4, 4 }),
                Key("attention.head_count_kv", new uint[] { 2, 2, 2 }),
                Key("feed_forward_length", new uint[] { 512, 512, 512 }),
                Key("context_length", uint.MaxValue)
            ),
            TestModels.Floats(TestModels.Small)
        );

    private static void Check(
        IReadOnlyList<KeyValuePair<string, object>> metadata,
        IReadOnlyList<Tensor> tensors
    )
    {
        using var file = SyntheticModel.Write(metadata, tensors, seed: 5);
        Assert.All(
            Agreement.ByPosition(file),
            difference => Assert.InRange(difference, 0, Agreement.Most)
        );
    }

    private static KeyValuePair<string, object> Key(string key, object value) =>
        new($"llama.{key}", value);

    private static IReadOnlyList<KeyValuePair<string, object>> With(
        params KeyValuePair<string, object>[] keys
    ) =>
        [
            .. ModelMetadata
                .Of(TestModels.Small)
                .Where(each => !Array.Exists(keys, key => key.Key == each.Key)),
            .. keys,
        ];
}
