using System.IO.Compression;
using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>A package that is a zip.</summary>
internal abstract class ZippedPackage : EnginePackage
{
    private readonly ZipArchive _archive;

    /// <summary>Opens and hashes the file.</summary>
    /// <exception cref="EngineException">It can't be read, is no zip, or is listed with another hash.</exception>
    protected ZippedPackage(string path, KnownEngines known)
        : base(path, known) => _archive = FileGuard.Read(path, () => ZipFile.OpenRead(path));

    /// <inheritdoc/>
    public override void Dispose() => _archive.Dispose();

    /// <inheritdoc/>
    protected override T ReadLibrary<T>(Func<Stream, T> read)
    {
        using var stream = Entry(LibraryEntry).Open();
        return read(stream);
    }

    /// <summary>A small text of the zip.</summary>
    /// <exception cref="EngineException">There is none of that name.</exception>
    protected string ReadText(string name) =>
        FileGuard.Read(
            FilePath,
            () =>
            {
                using var reader = new StreamReader(Entry(name).Open());
                return reader.ReadToEnd();
            }
        );

    private ZipArchiveEntry Entry(string name) => _archive.GetEntry(name) ?? throw NoEntry(name);
}
