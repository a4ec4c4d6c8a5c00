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

    /// <summary>
    /// Metadata by key: booleans, numbers and strings as what they are, arrays of whole numbers as arrays of objects. Other arrays are left
    /// out, and what is as long as a vocabulary.
    /// </summary>
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
    public ulong? Count(string key) =>
        Metadata.TryGetValue(key, out var value) ? CountOf(key, value) : null;

    /// <summary>
    /// A whole number of the metadata for each layer, where a single one stands for all of them; <see langword="null"/> where there is none
    /// of that key.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="layers">How many there are.</param>
    /// <exception cref="GgufException">They are no whole numbers, or negative, or another number of them.</exception>
    public IReadOnlyList<ulong>? Counts(string key, int layers)
    {
        if (!Metadata.TryGetValue(key, out var value))
        {
            return null;
        }

        if (value is not object[] values)
        {
            return [.. Enumerable.Repeat(CountOf(key, value), layers)];
        }

        return values.Length == layers
            ? [.. values.Select(each => CountOf(key, each))]
            : throw Broken(key, $"has {values.Length} numbers for {layers} layers");
    }

    /// <summary>Whether something holds, by the metadata; <see langword="null"/> where there is none of that key.</summary>
    /// <exception cref="GgufException">It is neither true nor false.</exception>
    public bool? Flag(string key) =>
        !Metadata.TryGetValue(key, out var value) ? null
        : value is bool flag ? flag
        : throw Broken(key, "is neither true nor false");

    /// <summary>A number of the metadata; <see langword="null"/> where there is none of that key.</summary>
    /// <exception cref="GgufException">It is no finite number.</exception>
    public float? Number(string key)
    {
        if (!Metadata.TryGetValue(key, out var value))
        {
            return null;
        }

        var number = value is string or bool or object[]
            ? float.NaN
            : Convert.ToSingle(value, CultureInfo.InvariantCulture);
        return float.IsFinite(number) ? number : throw Broken(key, "is no number");
    }

    private ulong CountOf(string key, object value)
    {
        try
        {
            return value is string or bool or float or double or object[]
                ? throw Broken(key, "is no whole number")
                : Convert.ToUInt64(value, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw Broken(key, $"is {value}, and a count is never negative");
        }
    }

    private GgufException Broken(string key, string what) => new(Path, $"metadata {key} {what}");
}
