using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>
/// A file of the user's that a case read, such as a language model. What it is, its length and its hash say, not its name.
/// </summary>
public sealed record RunInput
{
    /// <summary>The file's name; of a file in a checkout its path there, with slashes. Not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Its length; 0 or more.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// SHA-256, in hexadecimal digits, of what tells one such file from another: of a WebAssembly module all of it; of a GGUF file its head
    /// up to the end of the tensor table, and behind it its length as eight bytes, the lowest first.
    /// </summary>
    public required string Sha256 { get; init; }

    /// <summary>The commit of the checkout that it lies in; null where it lies in none. Optional in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}
