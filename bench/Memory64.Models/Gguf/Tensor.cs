namespace Memory64.Models.Gguf;

/// <summary>What a file says of a tensor: everything but where it lies.</summary>
/// <param name="Name">Unique in its file, at most <see cref="GgufFormat.LongestName"/> bytes.</param>
/// <param name="Type">How its weights are stored.</param>
/// <param name="Columns">Weights of a row, which lie side by side: the inputs of a product. A whole number of blocks.</param>
/// <param name="Rows">The outputs of a product; 1 for a vector.</param>
public sealed record Tensor(string Name, TensorType Type, ulong Columns, ulong Rows = 1)
{
    /// <summary>Bytes of a row.</summary>
    public ulong RowBytes => Columns / Block.Weights * Block.Bytes;

    /// <summary>Bytes of the whole tensor.</summary>
    public ulong Bytes => RowBytes * Rows;

    private TensorBlock Block =>
        TensorBlock.Of(Type) ?? throw new InvalidOperationException($"{Type} has no block");
}
