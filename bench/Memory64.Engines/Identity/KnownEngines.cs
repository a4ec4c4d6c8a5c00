using System.Text.Json;

namespace Memory64.Engines.Identity;

/// <summary>What engines.json knows of the official builds; builds that it doesn't list are neither good nor bad.</summary>
/// <param name="Packages">SHA-256 of packages by file name.</param>
/// <param name="Libraries">Libraries inside packages.</param>
internal sealed record KnownEngines(
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
        // By hand: reflection, which JsonSerializer wants, may be switched off in a trimmed program.
        using var stream = typeof(KnownEngines).Assembly.GetManifestResourceStream("engines.json")!;
        using var document = JsonDocument.Parse(stream);
        var packages = document.RootElement.GetProperty("packages").EnumerateObject();
        var libraries = document.RootElement.GetProperty("libraries").EnumerateArray();
        return new(
            packages.ToDictionary(
                package => package.Name,
                package => package.Value.GetString()!,
                StringComparer.Ordinal
            ),
            [.. libraries.Select(ReadLibrary)]
        );
    }

    private static KnownLibrary ReadLibrary(JsonElement library)
    {
        return new(Text("version"), Text("origin"), Text("platform"), Text("sha256"));

        string Text(string name) => library.GetProperty(name).GetString()!;
    }
}
