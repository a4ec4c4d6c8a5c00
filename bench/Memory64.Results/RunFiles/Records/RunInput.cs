namespace Memory64.Results.RunFiles.Records;

/// <summary>
/// A file of the user's that a case read, such as a language model. What it is, its length and its hash say, not its name.
/// </summary>
public sealed record RunInput
{
    /// <summary>The file's name, without its folder; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Its length; 0 or more.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// SHA-256, in hexadecimal digits, of what tells one such file from another: of a GGUF file its head up to the end of the tensor
    /// table, and behind it its length as eight bytes, the lowest first.
    /// </summary>
    public required string Sha256 { get; init; }
}
