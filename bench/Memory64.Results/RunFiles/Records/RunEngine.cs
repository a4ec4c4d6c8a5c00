using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>One build of the engine.</summary>
public sealed record RunEngine
{
    private const int ShortLength = 12;

    /// <summary>The engine's version, such as 50.0.1; not empty.</summary>
    public required string Version { get; init; }

    /// <summary>Where the build came from, such as nuget.</summary>
    public required string Origin { get; init; }

    /// <summary>What runs the guests where the version doesn't say so, as in "V8 14.6.202.34"; else <see langword="null"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Runtime { get; init; }

    /// <summary>Name and version, as readers know them: "Wasmtime 50.0.1", or "V8 14.6.202.34 (v8@26.10.0)".</summary>
    [JsonIgnore]
    public string Title => TitleAs(Version);

    /// <summary>SHA-256 of the native library, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The first 12 digits of <see cref="Sha256"/>: enough to tell two builds apart on a page.</summary>
    [JsonIgnore]
    public string ShortSha256 => Sha256.Length <= ShortLength ? Sha256 : Sha256[..ShortLength];

    /// <summary>The same as <see cref="Title"/>, with what a page calls the engine instead of the version alone.</summary>
    /// <param name="id">Such as 50.0.1, or 50.0.1-built where two builds of a version were measured.</param>
    public string TitleAs(string id) =>
        Runtime is null ? $"Wasmtime {id}" : $"{Runtime} ({AsTyped(id)})";

    // Files are named with a hyphen, where a user types @.
    private string AsTyped(string id) =>
        Version.Replace('@', '-') is var name && id.StartsWith(name, StringComparison.Ordinal)
            ? $"{Version}{id[name.Length..]}"
            : id;
}
