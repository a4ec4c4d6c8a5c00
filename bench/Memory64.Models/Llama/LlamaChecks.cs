using Memory64.Models.Gguf;
using Memory64.Models.Shapes;

namespace Memory64.Models.Llama;

/// <summary>Finds what a model needs in a file, and refuses what this computation would get wrong.</summary>
internal sealed class LlamaChecks(GgufFile file)
{
    private const ulong MostLayers = 1024;
    private const ulong MostWidth = 1 << 20;

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public LlamaModel Model()
    {
        CheckKind();
        var shape = Shape();
        var embedding = Matrix(TensorNames.Embedding, shape.Width, shape.Vocabulary);
        var model = new LlamaModel
        {
            File = file,
            Shape = shape,
            Embedding = embedding,
            OutputNorm = Vector(TensorNames.OutputNorm, shape.Width),
            Output = file.Tensors.ContainsKey(TensorNames.Output)
                ? Matrix(TensorNames.Output, shape.Width, shape.Vocabulary)
                : embedding,
            RopeFactors = file.Tensors.ContainsKey(TensorNames.RopeFactors)
                ? Vector(TensorNames.RopeFactors, shape.HeadSize / 2)
                : null,
            Layers = [.. Enumerable.Range(0, (int)shape.Layers).Select(i => Layer(shape, (uint)i))],
        };
        var stranger = file.Tensors.Keys.FirstOrDefault(name => !_used.Contains(name));
        return stranger is null
            ? model
            : throw Broken($"tensor {stranger} has no place in this computation of a llama model");
    }

    private void CheckKind()
    {
        if (file.Text("general.type") == "adapter")
        {
            throw Broken(
                $"is an adapter ({file.Text("adapter.type") ?? "of no named type"}) and no model; merge it into its model first (llama-export-lora)"
            );
        }

        var architecture = file.Text(ModelMetadata.ArchitectureKey);
        if (architecture != ModelMetadata.Architecture)
        {
            throw Broken(
                $"is of architecture {architecture ?? "(none named)"}; only {ModelMetadata.Architecture} can be computed"
            );
        }

        if (file.Count("split.count") is > 1 and var shards)
        {
            throw Broken(
                $"is shard {file.Count("split.no") + 1} of {shards}; join them first (llama-gguf-split --merge)"
            );
        }

        if (file.Count("llama.expert_count") is > 0 and var experts)
        {
            throw Broken($"is a mixture of {experts} experts, which can't be computed");
        }

        if (file.Text(ModelMetadata.RopeScaling) is { } scaling and not ("none" or "linear"))
        {
            throw Broken($"scales its positions ({scaling}), which can't be computed");
        }

        if (file.Flag(ModelMetadata.Causal) == false)
        {
            throw Broken(
                $"metadata {ModelMetadata.Causal} is false: a token that sees those after it can't be computed"
            );
        }
    }

    private ModelShape Shape()
    {
        var layers = Size(ModelMetadata.Layers, MostLayers);
        var heads = SizeOfAll(ModelMetadata.Heads, layers);
        var width = Size(ModelMetadata.Width, MostWidth);
        var keyValueHeads = file.Metadata.ContainsKey(ModelMetadata.KeyValueHeads)
            ? SizeOfAll(ModelMetadata.KeyValueHeads, layers)
            : heads;
        if (width % heads != 0 || heads % keyValueHeads != 0 || width / heads % 4 != 0)
        {
            throw Broken(
                $"has {width} numbers for {heads} heads and {keyValueHeads} of keys and values, which can't be shared out"
            );
        }

        CheckHeadSize(width / heads);
        return new(
            file.Text("general.name") ?? Path.GetFileNameWithoutExtension(file.Path),
            width,
            SizeOfAll(ModelMetadata.FeedForwardWidth, layers),
            layers,
            heads,
            keyValueHeads,
            Vocabulary()
        )
        {
            Epsilon =
                file.Number(ModelMetadata.Epsilon)
                ?? throw Broken($"lacks metadata {ModelMetadata.Epsilon}"),
            RopeBase = RopeBase(),
            PositionScale = PositionScale(),
            TurnFactor = file.Number(ModelMetadata.RopeAttentionFactor) ?? 1,
            Context = Size(ModelMetadata.Context, uint.MaxValue),
        };
    }

    private float RopeBase() =>
        file.Number(ModelMetadata.RopeBase) switch
        {
            null => 10000,
            <= 0 and var given => throw Broken(
                $"metadata {ModelMetadata.RopeBase} is {given}; angles need a base above 0"
            ),
            var given => given.Value,
        };

    // As llama.cpp's load_hparams has it: no type is linear, the old key counts where the new one is missing, and 0 is no factor.
    private float PositionScale()
    {
        var factor =
            file.Number(ModelMetadata.RopeScalingFactor)
            ?? file.Number(ModelMetadata.RopeScaleLinear)
            ?? 0;
        return factor == 0 || file.Text(ModelMetadata.RopeScaling) == "none" ? 1 : 1 / factor;
    }

    private void CheckHeadSize(uint headSize)
    {
        foreach (
            var key in (string[])
                [
                    ModelMetadata.RopeDimensions,
                    "llama.attention.key_length",
                    "llama.attention.value_length",
                ]
        )
        {
            if (file.Count(key) is { } length && length != headSize)
            {
                throw Broken(
                    $"metadata {key} is {length}; only heads of {headSize} numbers (width over heads), all turned, can be computed"
                );
            }
        }
    }

    // The embedding tells, whatever the vocabulary's own metadata say.
    private uint Vocabulary() =>
        file.Tensors.TryGetValue(TensorNames.Embedding, out var embedding)
            ? checked((uint)Math.Min(embedding.Tensor.Rows, uint.MaxValue))
            : throw Broken($"lacks tensor {TensorNames.Embedding}");

    private LlamaLayer Layer(ModelShape shape, uint layer)
    {
        string Name(string part) => TensorNames.Of(layer, part);
        var (width, ffn, kv) = (shape.Width, shape.FeedForwardWidth, shape.KeyValueWidth);
        return new()
        {
            AttentionNorm = Vector(Name("attn_norm"), width),
            Query = Matrix(Name("attn_q"), width, width),
            Key = Matrix(Name("attn_k"), width, kv),
            Value = Matrix(Name("attn_v"), width, kv),
            AttentionOutput = Matrix(Name("attn_output"), width, width),
            FeedForwardNorm = Vector(Name("ffn_norm"), width),
            Gate = Matrix(Name("ffn_gate"), width, ffn),
            Up = Matrix(Name("ffn_up"), width, ffn),
            Down = Matrix(Name("ffn_down"), ffn, width),
        };
    }

    private PlacedTensor Vector(string name, uint columns)
    {
        var vector = Matrix(name, columns, 1);
        return vector.Tensor.Type == TensorType.F32
            ? vector
            : throw Broken($"tensor {name} is of type {vector.Tensor.Type}; a vector must be F32");
    }

    private PlacedTensor Matrix(string name, uint columns, uint rows)
    {
        if (!file.Tensors.TryGetValue(name, out var placed))
        {
            throw Broken($"lacks tensor {name}");
        }

        _ = _used.Add(name);
        var tensor = placed.Tensor;
        return (tensor.Columns, tensor.Rows) == (columns, rows)
            ? placed
            : throw Broken(
                $"tensor {name} is of {tensor.Columns} x {tensor.Rows}, where the metadata ask for {columns} x {rows}"
            );
    }

    private uint Size(string key, ulong most) => Size(key, file.Count(key), most);

    // One number for all layers, or the same for each of them.
    private uint SizeOfAll(string key, uint layers)
    {
        var sizes = file.Counts(key, (int)layers);
        return sizes?.Index().FirstOrDefault(size => size.Item != sizes[0]) is { Index: > 0 } other
            ? throw Broken(
                $"metadata {key} is {sizes![0]} for layer 0 and {other.Item} for layer {other.Index}; layers that differ can't be computed"
            )
            : Size(key, sizes?[0], MostWidth);
    }

    private uint Size(string key, ulong? found, ulong most) =>
        found switch
        {
            null => throw Broken($"lacks metadata {key}"),
            var size when size is 0 || size > most => throw Broken(
                $"metadata {key} is {size}; 1 to {most} are possible"
            ),
            var size => (uint)size,
        };

    private GgufException Broken(string what) => new(file.Path, what);
}
