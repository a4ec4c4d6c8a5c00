using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Engines;

/// <summary>What engines.json knows of the official builds; builds that it doesn't list are neither good nor bad.</summary>
/// <param name="Schema">1.</param>
/// <param name="Packages">SHA-256 of packages by file name.</param>
/// <param name="Libraries">Libraries inside packages.</param>
[method: JsonConstructor]
internal sealed record KnownEngines(
    int Schema,
    IReadOnlyDictionary<string, string> Packages,
    IReadOnlyList<KnownLibrary> Libraries
)
{
    /// <summary>The embedded list.</summary>
    internal static KnownEngines Default { get; } = Load();

    /// <summary>Refuses a package whose file name is listed with another hash.</summary>
    internal void CheckPackage(string path, string sha256)
    {
        if (Packages.TryGetValue(Path.GetFileName(path), out var listed))
        {
            Compare(path, sha256, listed);
        }
    }

    /// <summary>Refuses a library that is listed with another hash; <paramref name="place"/> is what the message names.</summary>
    internal void CheckLibrary(
        string place,
        string sha256,
        string version,
        string origin,
        EnginePlatform platform
    )
    {
        var listed = Libraries.FirstOrDefault(library =>
            (library.Version, library.Origin, library.Platform) == (version, origin, platform.Name)
        );
        if (listed is not null)
        {
            Compare(place, sha256, listed.Sha256);
        }
    }

    /// <summary>The version of a listed library, or null.</summary>
    internal string? VersionOf(string sha256) =>
        Libraries
            .FirstOrDefault(library =>
                string.Equals(library.Sha256, sha256, StringComparison.Ordinal)
            )
            ?.Version;

    private static void Compare(string place, string sha256, string listed)
    {
        if (!string.Equals(sha256, listed, StringComparison.Ordinal))
        {
            throw new EngineException(
                $"{place} is tampered or damaged: SHA-256 is {sha256}, listed is {listed}."
            );
        }
    }

    private static KnownEngines Load()
    {
        using var stream = typeof(KnownEngines).Assembly.GetManifestResourceStream("engines.json")!;
        return JsonSerializer.Deserialize<KnownEngines>(stream, JsonSerializerOptions.Web)!;
    }
}
