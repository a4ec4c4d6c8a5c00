namespace Memory64.Code.Operations;

/// <summary>An address, base + index * scale + displacement, and what is done there.</summary>
/// <param name="Base">The register that is added as it is.</param>
/// <param name="Index">The register that is added scaled or extended.</param>
/// <param name="Scale">0 where the index is no plain multiple: extended from 32 bits.</param>
/// <param name="Displacement">The constant part, in bytes.</param>
/// <param name="Bytes">How many are read or written.</param>
/// <param name="Access">Reading or writing.</param>
internal sealed record MemoryOperand(
    Location? Base,
    Location? Index,
    int Scale,
    long Displacement,
    int Bytes,
    MemoryAccess Access
)
{
    /// <summary>Whether it is a constant beside the code, which no register is needed to find.</summary>
    internal bool IsConstant => Base is null && Index is null;
}
