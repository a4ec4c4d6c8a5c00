namespace Memory64.Models.Gguf;

/// <summary>Numbers of the format GGUF.</summary>
/// <remarks>Source: <see href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md"/>.</remarks>
public static class GgufFormat
{
    /// <summary>The version that is written; a reader takes 2 as well, which differs in nothing that is read here.</summary>
    public const uint Version = 3;

    /// <summary>Tensors begin at multiples of it where a file doesn't say otherwise.</summary>
    public const ulong DefaultAlignment = 32;

    /// <summary>Bytes of the longest name of a tensor.</summary>
    public const int LongestName = 63;

    /// <summary>The metadata that says which alignment a file has.</summary>
    public const string AlignmentKey = "general.alignment";

    /// <summary>How a file begins: <c>GGUF</c>, read as a little-endian number.</summary>
    internal const uint Magic = 0x4655_4747;

    /// <summary>The next multiple of an alignment.</summary>
    /// <param name="offset">At most 2^63.</param>
    /// <param name="alignment">A power of two.</param>
    public static ulong Align(ulong offset, ulong alignment) =>
        (offset + alignment - 1) & ~(alignment - 1);
}
