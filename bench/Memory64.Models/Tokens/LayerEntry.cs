using System.Runtime.InteropServices;
using Memory64.Models.Gguf;
using Memory64.Models.Llama;

namespace Memory64.Models.Tokens;

/// <summary>A layer, as <c>struct layer</c> of <c>guest/src/model.c</c> has it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LayerEntry(
    LlamaLayer layer,
    IReadOnlyDictionary<PlacedTensor, ulong> addresses,
    ulong keys,
    ulong values
)
{
    public readonly TensorEntry AttentionNorm = new(
        layer.AttentionNorm,
        addresses[layer.AttentionNorm]
    );
    public readonly TensorEntry Query = new(layer.Query, addresses[layer.Query]);
    public readonly TensorEntry Key = new(layer.Key, addresses[layer.Key]);
    public readonly TensorEntry Value = new(layer.Value, addresses[layer.Value]);
    public readonly TensorEntry AttentionOutput = new(
        layer.AttentionOutput,
        addresses[layer.AttentionOutput]
    );
    public readonly TensorEntry FeedForwardNorm = new(
        layer.FeedForwardNorm,
        addresses[layer.FeedForwardNorm]
    );
    public readonly TensorEntry Gate = new(layer.Gate, addresses[layer.Gate]);
    public readonly TensorEntry Up = new(layer.Up, addresses[layer.Up]);
    public readonly TensorEntry Down = new(layer.Down, addresses[layer.Down]);

    /// <summary>Floats: key-value head, position, number of the head.</summary>
    public readonly ulong Keys = keys;

    /// <summary>Floats, as <see cref="Keys"/> lie.</summary>
    public readonly ulong Values = values;
}
