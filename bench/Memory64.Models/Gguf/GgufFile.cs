using System.Globalization;

namespace Memory64.Models.Gguf;

/// <summary>What a model file says of itself, and where its tensors lie. The tensors themselves stay in the file.</summary>
public sealed class GgufFile
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Its size.</summary>
    public required ulong Bytes { get; init; }

    /// <summary>
    /// What tells the file from another one without reading gigabytes: SHA-256, in hexadecimal digits, of its head up to the end of the
    /// tensor table and, behind it, of <see cref="Bytes"/> as eight bytes, the lowest first.
    /// </summary>
    public required string Sha256 { get; init; }

    /// <summary>A power of two; every tensor begins at a multiple of it.</summary>
    public required ulong Alignment { get; init; }

    /// <summary>Metadata by key: booleans, numbers and strings as what they are. Arrays are left out.</summary>
    public required IReadOnlyDictionary<string, object> Metadata { get; init; }

    /// <summary>The tensors by name.</summary>
    public required IReadOnlyDictionary<string, PlacedTensor> Tensors { get; init; }

    /// <summary>Reads what a file says, and nothing of its tensors.</summary>
    /// <exception cref="GgufException">It can't be read, or isn't what it should be.</exception>
    public static GgufFile Read(string path) => GgufReader.Read(path);

    /// <summary>A text of the metadata; <see langword="null"/> where there is none of that key.</summary>
    /// <exception cref="GgufException">It is no text.</exception>
    public string? Text(string key) =>
        !Metadata.TryGetValue(key, out var value)
            ? null
            : value as string ?? throw Broken(key, "is no text");

    /// <summary>A whole number of the metadata; <see langword="null"/> where there is none of that key.</summary>
    /// <exception cref="GgufException">It is no whole number, or negative.</exception>
    public ulong? Count(string key)
    {
        if (!Metadata.TryGetValue(key, out var value))
        {
            return null;
        }

        try
        {
            return value is string or bool or float or double
                ? throw Broken(key, "is no whole number")
                : Convert.ToUInt64(value, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw Broken(key, $"is {value}, and a count is never negative");
        }
    }

    /// <summary>A number of the metadata; <see langword="null"/> where there is none of that key.</summary>
    /// <exception cref="GgufException">It is no finite number.</exception>
    public float? Number(string key)
    {
        if (!Metadata.TryGetValue(key, out var value))
        {
            return null;
        }

        var number = value is string or bool
            ? float.NaN
            : Convert.ToSingle(value, CultureInfo.InvariantCulture);
        return float.IsFinite(number) ? number : throw Broken(key, "is no number");
    }

    private GgufException Broken(string key, string what) => new(Path, $"metadata {key} {what}");
}
