using System.Runtime.InteropServices;

namespace Memory64.Models.Tokens;

/// <summary>
/// A model, as <c>struct model</c> of <c>guest/src/model.c</c> has it: hyperparameters, and where all scratch lies. Vectors are of
/// floats but for the two quantized ones.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ModelEntry
{
    public TensorEntry Embedding;
    public TensorEntry OutputNorm;
    public TensorEntry Output;
    public ulong Width;
    public ulong FeedForwardWidth;
    public ulong Heads;
    public ulong KeyValueHeads;
    public ulong HeadSize;
    public ulong Context;

    /// <summary>The bits of a float.</summary>
    public ulong Epsilon;

    /// <summary>Cosine and sine for each position and pair of a head.</summary>
    public ulong Ropes;

    /// <summary>Where rows that a bridge fetches come to lie.</summary>
    public ulong Tile;
    public ulong TileBytes;
    public ulong State;
    public ulong Normed;
    public ulong Query;
    public ulong Key;
    public ulong Value;
    public ulong Attended;
    public ulong Gate;
    public ulong Up;
    public ulong Scores;
    public ulong Logits;
    public ulong QuantizedK;
    public ulong QuantizedZ;
}
