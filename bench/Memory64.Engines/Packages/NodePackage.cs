using System.Formats.Tar;
using System.IO.Compression;
using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>A package of Node.js' program for one platform, as npm packs it: a tar, compressed by gzip.</summary>
internal sealed class NodePackage : EnginePackage
{
    private readonly EnginePlatform _platform;

    private NodePackage(string path, string version, EnginePlatform platform, KnownEngines known)
        : base(path, known)
    {
        Version = EngineVersion.OfNode(version);
        _platform = platform;
    }

    internal override string Version { get; }

    internal override string Origin => EngineOrigin.Npm;

    internal override string LibraryEntry => $"package/bin/{_platform.NodeProgram}";

    /// <summary>Opens a package; one whose name says that it can't be used is refused unread.</summary>
    internal static new NodePackage Open(string path, EnginePlatform platform, KnownEngines known)
    {
        var name =
            NodeName.Parse(Path.GetFileName(path))
            ?? throw new EngineException(
                $"{path} is not named like a package of Node.js' program (node-PLATFORM-VERSION.tgz)."
            );
        _ = EngineVersion.Require(EngineVersion.OfNode(name.Version), path);
        return string.Equals(name.Package, platform.NodePackage, StringComparison.Ordinal)
            ? new(path, name.Version, platform, known)
            : throw new EngineException(
                $"{path} is another platform's; this machine is {platform.Name} (needs {platform.NodePackage ?? "none that there is"})."
            );
    }

    internal override void CheckLibrary(string sha256) =>
        Known.CheckLibrary(FilePath, sha256, Version, Origin, _platform);

    /// <inheritdoc/>
    public override void Dispose() { }

    /// <inheritdoc/>
    protected override T ReadLibrary<T>(Func<Stream, T> read)
    {
        try
        {
            return ReadEntry(read);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private T ReadEntry<T>(Func<Stream, T> read)
    {
        using var file = File.OpenRead(FilePath);
        using var plain = new GZipStream(file, CompressionMode.Decompress);
        using var archive = new TarReader(plain);
        while (archive.GetNextEntry() is { } entry)
        {
            if (
                string.Equals(entry.Name, LibraryEntry, StringComparison.Ordinal)
                && entry.DataStream is { } stream
            )
            {
                return read(stream);
            }
        }

        throw NoEntry(LibraryEntry);
    }
}
