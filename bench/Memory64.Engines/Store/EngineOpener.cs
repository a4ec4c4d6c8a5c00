using Memory64.Engines.Identity;
using Memory64.Engines.Packages;

namespace Memory64.Engines.Store;

/// <summary>Makes engines of files, with every check.</summary>
internal sealed class EngineOpener(EngineStoreOptions options)
{
    private static readonly string[] Libraries = [".so", ".dll", ".dylib"];
    private static readonly string[] Packages =
    [
        WheelName.Extension,
        NuGetPackage.Extension,
        NodeName.Extension,
    ];
    private static readonly string[] Programs = ["node", "nodejs"];

    private readonly LibraryCache _cache = new(options.CacheFolder);

    /// <summary>Whether a text ends like a file that may be an engine.</summary>
    internal static bool IsFileName(string text) =>
        EndsWithAny(text, Libraries) || EndsWithAny(text, Packages);

    /// <summary>The engine in a package or library.</summary>
    /// <exception cref="EngineException">The file is missing, unreadable, or no engine that can be measured here.</exception>
    internal EngineBuild Open(string path)
    {
        if (IsProgram(path))
        {
            var program = FileGuard.Sha256(path);
            var (node, runtime) = options.InspectNode(path, path);
            return new(node, EngineOrigin.Node, path, program) { Runtime = runtime };
        }

        path = Named(path);
        if (EndsWithAny(path, Packages))
        {
            using var package = OpenPackage(path);
            var (library, sha256) = _cache.Get(package);
            return Inspected(new(package.Version, package.Origin, library, sha256), path);
        }

        if (!EndsWithAny(path, Libraries) && !FileGuard.Read(path, () => IsLibrary(path)))
        {
            throw new EngineException(
                $"{path} is neither a library (.so, .dll, .dylib), a package (.whl, .nupkg, .tgz) nor a program called node."
            );
        }

        var (version, hash) = Identify(path);
        return Inspected(new(version, EngineOrigin.Library, path, hash), path);
    }

    /// <summary>The library of the package that the program references.</summary>
    internal EngineBuild OpenDefault(string path) =>
        Inspected(new(options.DefaultVersion, EngineOrigin.NuGet, path, HashDefault(path)), path);

    /// <summary>The checked SHA-256 of what <see cref="OpenDefault"/> opens, loading nothing.</summary>
    internal string HashDefault(string path)
    {
        var sha256 = FileGuard.Sha256(path);
        options.Known.CheckLibrary(
            path,
            sha256,
            options.DefaultVersion,
            EngineOrigin.NuGet,
            options.Platform
        );
        return sha256;
    }

    /// <summary>The checked SHA-256 of what <see cref="Open"/> opens, extracting and loading nothing.</summary>
    internal string Hash(string path)
    {
        if (!EndsWithAny(path, Packages))
        {
            return Identify(path).Sha256;
        }

        using var package = OpenPackage(path);
        return package.HashLibrary();
    }

    // A link may have any name: what says what a file is, is the name of the file itself.
    private static string Named(string path) =>
        FileGuard.Read(path, () => File.GetAttributes(path)) is var attributes
        && attributes.HasFlag(FileAttributes.ReparsePoint)
        && !IsFileName(path)
            ? FileGuard.Read(
                path,
                () => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path
            )
            : path;

    // Linux has versions behind .so, as in libwasmtime.so.50.
    private static bool IsLibrary(string path)
    {
        Span<byte> magic = stackalloc byte[4];
        if (new FileInfo(path).Length < magic.Length)
        {
            // A pipe has no length, and whoever opens it waits for its other end.
            return false;
        }

        using var stream = File.OpenRead(path);
        stream.ReadExactly(magic);
        return magic.SequenceEqual("\u007fELF"u8)
            || magic.StartsWith("MZ"u8)
            || magic.SequenceEqual((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]);
    }

    private static bool IsProgram(string path) =>
        Programs.Contains(
            Path.GetFileNameWithoutExtension(path),
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );

    private static bool EndsWithAny(string text, string[] extensions) =>
        extensions.Contains(Path.GetExtension(text), StringComparer.OrdinalIgnoreCase);

    private EnginePackage OpenPackage(string path) =>
        EnginePackage.Open(path, options.Platform, options.Known);

    // A listed hash is a fact; a name is a claim that it may contradict.
    private (string Version, string Sha256) Identify(string path)
    {
        var sha256 = FileGuard.Sha256(path);
        var listed = options.Known.VersionOf(sha256);
        var claimed = EngineFolder.VersionOfLibrary(path, options.Platform);
        if (
            listed is not null
            && claimed is not null
            && !string.Equals(listed, claimed, StringComparison.Ordinal)
        )
        {
            throw new EngineException(
                $"{path} is Wasmtime {listed} by its SHA-256, yet its name says {claimed}."
            );
        }

        return (listed ?? claimed) is { } version
            ? (EngineVersion.Require(version, path), sha256)
            : (EngineVersion.Unknown, sha256);
    }

    private EngineBuild Inspected(EngineBuild build, string place)
    {
        if (build.Kind == EngineKind.Wasmtime)
        {
            options.Inspect(build.LibraryPath, place);
            return build;
        }

        var (version, runtime) = options.InspectNode(build.LibraryPath, place);
        return string.Equals(version, build.Version, StringComparison.Ordinal)
            ? build with
            {
                Runtime = runtime,
            }
            : throw new EngineException(
                $"{place} is {version}, yet its name says {build.Version}."
            );
    }
}
