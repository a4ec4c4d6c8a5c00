namespace Memory64.Code.Operations;

/// <summary>A function's code in an image; its addresses are offsets.</summary>
/// <param name="image">The code of all functions.</param>
/// <param name="start">Where it begins.</param>
/// <param name="end">Where it ends.</param>
internal sealed class ImageBytes(byte[] image, ulong start, ulong end) : CodeBytes
{
    /// <inheritdoc/>
    internal override byte this[ulong address] => image[address];

    /// <inheritdoc/>
    internal override bool Holds(ulong address) => address >= start && address < end;

    /// <inheritdoc/>
    internal override ulong? Pointer(ulong address) => null;
}
