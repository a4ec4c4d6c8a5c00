using Memory64.Engines.Identity;

namespace Memory64.Engines.Store;

/// <summary>Finds engines: the default one, those at hand, and those that a package client can download.</summary>
public sealed class EngineStore
{
    private readonly EngineStoreOptions _options;
    private readonly EngineOpener _opener;
    private readonly EngineDownloader _downloader;
    private readonly Lazy<EngineBuild> _byDefault;

    /// <summary>A store that looks where <paramref name="options"/> says; looks nowhere yet.</summary>
    public EngineStore(EngineStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _opener = new(options);
        _downloader = new(options, _opener);
        _byDefault = new(OpenDefault);
    }

    /// <summary>The library of the package that the program references.</summary>
    /// <exception cref="EngineException">The package has none for this platform, or it is not what it claims.</exception>
    public EngineBuild Default => _byDefault.Value;

    /// <summary>The engine that a user names.</summary>
    /// <param name="specification">
    /// A version, or the path of a library (.so, .dll, .dylib), of a package (.whl, .nupkg, .tgz) or of a program called node; not empty.
    /// </param>
    /// <exception cref="EngineException">It is neither, is not found, or can't be measured here.</exception>
    public EngineBuild Resolve(string specification)
    {
        ArgumentException.ThrowIfNullOrEmpty(specification);
        if (
            EngineVersion.IsName(specification)
            || EngineVersion.KindOf(specification) == EngineKind.V8
        )
        {
            return Get(specification);
        }

        return LooksLikePath(specification)
            ? _opener.Open(Path.GetFullPath(specification))
            : throw new EngineException(
                $"'{specification}' is neither a Wasmtime version (three numbers, as in 36.0.0) nor a V8 (as in v8@26.10.0) nor the path of a library or package."
            );
    }

    /// <summary>The engine of a version: the default one, else the first in the folders and the cache, else downloaded.</summary>
    /// <param name="version">Three numbers, 24.0.0 or later; or as in v8@26.10.0, 22 or later.</param>
    /// <exception cref="EngineException">
    /// It is no such version; or the first one found is damaged; or none is found, where the message lists what was tried.
    /// </exception>
    public EngineBuild Get(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        EngineVersion.Require(version);
        if (
            string.Equals(version, _options.DefaultVersion, StringComparison.Ordinal)
            && _options.DefaultLibraryPath is not null
        )
        {
            return Default;
        }

        var tried = new List<string>();
        foreach (var folder in ScanAll())
        {
            if (
                folder.Candidates.FirstOrDefault(found =>
                    found.Fits && string.Equals(found.Version, version, StringComparison.Ordinal)
                ) is
                { } candidate
            )
            {
                return _opener.Open(candidate.FilePath);
            }

            tried.Add(folder.Describe(version));
        }

        return Download(version, tried);
    }

    /// <summary>
    /// Everything found without a download, in the order of the search: of several of one version the first is the one that
    /// <see cref="Get"/> gives. Reads and hashes each; extracts and loads none.
    /// </summary>
    public IReadOnlyList<EngineAtHand> AtHand()
    {
        var found = new List<EngineAtHand>();
        if (_options.DefaultLibraryPath is { } path)
        {
            found.Add(
                Listed(
                    new(_options.DefaultVersion, EngineOrigin.NuGet, path, Fits: true),
                    _opener.HashDefault
                )
            );
        }

        var candidates = ScanAll()
            .SelectMany(folder => folder.Candidates)
            .Where(candidate => candidate.Fits);
        found.AddRange(candidates.Select(candidate => Listed(candidate, _opener.Hash)));
        return found;
    }

    // A backslash is a path's on Windows and a version's nowhere.
    private static bool LooksLikePath(string text) =>
        text.AsSpan().ContainsAny('/', '\\') || EngineOpener.IsFileName(text) || Path.Exists(text);

    private static EngineAtHand Listed(EngineCandidate candidate, Func<string, string> hash)
    {
        var (version, origin, path, _) = candidate;
        try
        {
            EngineVersion.Require(version, path);
            return new(version, origin, path, hash(path), null);
        }
        catch (EngineException error)
        {
            return new(version, origin, path, null, error.Message);
        }
    }

    private IEnumerable<EngineFolder> ScanAll() =>
        _options
            .Folders.Append(_options.CacheFolder)
            .Select(folder => EngineFolder.Scan(folder, _options.Platform));

    private EngineBuild OpenDefault() =>
        _options.DefaultLibraryPath is { } path
            ? _opener.OpenDefault(path)
            : throw new EngineException(
                $"The package Wasmtime {_options.DefaultVersion} has no library for {_options.Platform.Name}: name another engine, such as the path of a {_options.Platform.WheelWords} wheel."
            );

    private EngineBuild Download(string version, List<string> tried)
    {
        var kind = EngineVersion.KindOf(version);
        foreach (var client in _options.Clients.Where(client => client.Kind == kind))
        {
            try
            {
                return _downloader.Download(client, version);
            }
            catch (EngineException error)
            {
                tried.Add($"{client.Name} ({error.Message.TrimEnd('.')})");
            }
        }

        var (name, package) =
            kind == EngineKind.V8
                ? (
                    version,
                    $"{_options.Platform.NodePackage}-{EngineVersion.NumbersOf(version)}.tgz"
                )
                : (
                    $"Wasmtime {version}",
                    $"wasmtime-{version}-py3-none-{_options.Platform.WheelFamily}*_{_options.Platform.WheelProcessor}.whl"
                );
        throw new EngineException(
            $"{name} was not found. Tried: {string.Join("; ", tried)}. "
                + $"Put {package} into a folder and set MEMORY64_ENGINES to that folder, or give the file's path."
        );
    }
}
