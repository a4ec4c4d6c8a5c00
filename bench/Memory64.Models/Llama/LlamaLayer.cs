using Memory64.Models.Gguf;

namespace Memory64.Models.Llama;

/// <summary>The tensors of a layer, where the file has them.</summary>
public sealed record LlamaLayer
{
    /// <summary>Weights of the norm before the attention.</summary>
    public required PlacedTensor AttentionNorm { get; init; }

    /// <summary>Makes the queries.</summary>
    public required PlacedTensor Query { get; init; }

    /// <summary>Makes the keys.</summary>
    public required PlacedTensor Key { get; init; }

    /// <summary>Makes the values.</summary>
    public required PlacedTensor Value { get; init; }

    /// <summary>Joins what the heads found.</summary>
    public required PlacedTensor AttentionOutput { get; init; }

    /// <summary>Weights of the norm before the feed-forward part.</summary>
    public required PlacedTensor FeedForwardNorm { get; init; }

    /// <summary>Makes what silu is taken of.</summary>
    public required PlacedTensor Gate { get; init; }

    /// <summary>Makes what that is multiplied with.</summary>
    public required PlacedTensor Up { get; init; }

    /// <summary>Makes of the product what is added to the state.</summary>
    public required PlacedTensor Down { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<PlacedTensor> Tensors =>
        [AttentionNorm, Query, Key, Value, AttentionOutput, FeedForwardNorm, Gate, Up, Down];
}
