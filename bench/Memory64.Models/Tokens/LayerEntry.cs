using System.Runtime.InteropServices;
using Memory64.Models.Llama;

namespace Memory64.Models.Tokens;

/// <summary>A layer, as <c>struct layer</c> of <c>guest/src/model.c</c> has it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LayerEntry(LlamaLayer layer, ulong weights, ulong keys, ulong values)
{
    public readonly TensorEntry AttentionNorm = new(layer.AttentionNorm, weights);
    public readonly TensorEntry Query = new(layer.Query, weights);
    public readonly TensorEntry Key = new(layer.Key, weights);
    public readonly TensorEntry Value = new(layer.Value, weights);
    public readonly TensorEntry AttentionOutput = new(layer.AttentionOutput, weights);
    public readonly TensorEntry FeedForwardNorm = new(layer.FeedForwardNorm, weights);
    public readonly TensorEntry Gate = new(layer.Gate, weights);
    public readonly TensorEntry Up = new(layer.Up, weights);
    public readonly TensorEntry Down = new(layer.Down, weights);

    /// <summary>Floats: key-value head, position, number of the head.</summary>
    public readonly ulong Keys = keys;

    /// <summary>Likewise.</summary>
    public readonly ulong Values = values;
}
