using Memory64.Engines.Identity;
using Memory64.Engines.Packages;

namespace Memory64.Engines.Store;

/// <summary>
/// What a folder holds by the names in it: wheels, NuGet packages, VERSION/ folders with a library, libraries named with a version.
/// </summary>
/// <param name="FolderPath">Absolute path.</param>
/// <param name="Candidates">In order of preference: wheels, packages, libraries; each by name.</param>
/// <param name="Problem">Why it could not be listed, in a few words, or null.</param>
internal sealed record EngineFolder(
    string FolderPath,
    IReadOnlyList<EngineCandidate> Candidates,
    string? Problem
)
{
    private static readonly string[] Preference =
    [
        EngineOrigin.Wheel,
        EngineOrigin.PackageFile,
        EngineOrigin.Npm,
        EngineOrigin.Library,
    ];

    /// <summary>Looks at a folder, which may be missing.</summary>
    internal static EngineFolder Scan(string folder, EnginePlatform platform)
    {
        try
        {
            var candidates = Directory
                .EnumerateFileSystemEntries(folder)
                .Select(entry => Recognise(entry, platform))
                .OfType<EngineCandidate>()
                .OrderBy(candidate => Array.IndexOf(Preference, candidate.Origin))
                .ThenBy(candidate => candidate.FilePath, StringComparer.Ordinal);
            return new(folder, [.. candidates], null);
        }
        catch (DirectoryNotFoundException)
        {
            return new(folder, [], "no such folder");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(folder, [], FileGuard.OneLine(error.Message));
        }
    }

    /// <summary>The version that a library's own name or its folder's name claims, or null.</summary>
    internal static string? VersionOfLibrary(string path, EnginePlatform platform)
    {
        var name = Path.GetFileName(path);
        foreach (var known in platform.BareNames)
        {
            var (stem, extension) = (
                Path.GetFileNameWithoutExtension(known) + "-",
                Path.GetExtension(known)
            );
            if (
                name.StartsWith(stem, StringComparison.Ordinal)
                && name.EndsWith(extension, StringComparison.Ordinal)
                && name.Length > stem.Length + extension.Length
                && EngineVersion.IsVersion(name[stem.Length..^extension.Length])
            )
            {
                return name[stem.Length..^extension.Length];
            }
        }

        var folder = Path.GetFileName(Path.GetDirectoryName(path)) ?? "";
        return
            platform.BareNames.Contains(name, StringComparer.Ordinal)
            && EngineVersion.IsVersion(folder)
            ? folder
            : null;
    }

    /// <summary>How the search for a version went here, in a few words, where nothing fitted.</summary>
    internal string Describe(string version)
    {
        var others = Candidates
            .Where(candidate => string.Equals(candidate.Version, version, StringComparison.Ordinal))
            .Select(c => Path.GetFileName(c.FilePath));
        var names = string.Join(", ", others);
        return $"{FolderPath} ({Problem ?? (names.Length > 0 ? $"only for other platforms: {names}" : "has none")})";
    }

    private static EngineCandidate? Recognise(string entry, EnginePlatform platform)
    {
        var name = Path.GetFileName(entry);
        if (Directory.Exists(entry))
        {
            var library = platform
                .BareNames.Select(bare => Path.Combine(entry, bare))
                .FirstOrDefault(File.Exists);
            return EngineVersion.IsVersion(name) && library is not null
                ? new(name, EngineOrigin.Library, library, Fits: true)
                : null;
        }

        if (WheelName.Parse(name) is { } wheel)
        {
            return new(wheel.Version, EngineOrigin.Wheel, entry, platform.Fits(wheel.PlatformTag));
        }

        if (NodeName.Parse(name) is { } node)
        {
            return new(
                EngineVersion.OfNode(node.Version),
                EngineOrigin.Npm,
                entry,
                string.Equals(node.Package, platform.NodePackage, StringComparison.Ordinal)
            );
        }

        if (NuGetPackage.VersionInName(name) is { } version)
        {
            return new(version, EngineOrigin.PackageFile, entry, platform.InPackage);
        }

        // Asked of the name alone: the folder's own name says nothing of a library beside others.
        return VersionOfLibrary(name, platform) is { } claimed
            ? new(claimed, EngineOrigin.Library, entry, Fits: true)
            : null;
    }
}
