using System.IO.Compression;
using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>A package file, which is a zip, with one library for this platform inside.</summary>
internal abstract class EnginePackage : IDisposable
{
    private readonly ZipArchive _archive;

    /// <summary>Opens and hashes the file.</summary>
    /// <exception cref="EngineException">It can't be read, is no zip, or is listed with another hash.</exception>
    protected EnginePackage(string path, KnownEngines known)
    {
        FilePath = path;
        Known = known;
        Sha256 = FileGuard.Sha256(path);
        known.CheckPackage(path, Sha256);
        _archive = FileGuard.Read(path, () => ZipFile.OpenRead(path));
    }

    /// <summary>The list of official builds.</summary>
    protected KnownEngines Known { get; }

    /// <summary>Absolute path of the package.</summary>
    internal string FilePath { get; }

    /// <summary>SHA-256 of the package, lower-case hex.</summary>
    internal string Sha256 { get; }

    /// <summary>Three numbers; new enough.</summary>
    internal abstract string Version { get; }

    /// <summary>One of <see cref="EngineOrigin"/>, for the engine.</summary>
    internal abstract string Origin { get; }

    /// <summary>Path of the library inside.</summary>
    internal abstract string LibraryEntry { get; }

    /// <summary>Opens a wheel or NuGet package, by its extension.</summary>
    /// <exception cref="EngineException">It is damaged, for another platform, too old or no package of Wasmtime.</exception>
    internal static EnginePackage Open(string path, EnginePlatform platform, KnownEngines known) =>
        path.EndsWith(WheelName.Extension, StringComparison.OrdinalIgnoreCase)
            ? Wheel.Open(path, platform, known)
            : new NuGetPackage(path, platform, known);

    /// <summary>SHA-256 of the library, read without writing anything, and checked.</summary>
    internal string HashLibrary()
    {
        var sha256 = FileGuard.Read(
            FilePath,
            () =>
            {
                using var stream = Entry(LibraryEntry).Open();
                return FileGuard.Sha256(stream);
            }
        );
        CheckLibrary(sha256);
        return sha256;
    }

    /// <summary>Copies the library, unchecked; failures to write are the caller's.</summary>
    internal void CopyLibrary(Stream target)
    {
        try
        {
            using var source = Entry(LibraryEntry).Open();
            source.CopyTo(target);
        }
        catch (InvalidDataException error)
        {
            throw new EngineException(
                $"{FilePath} is damaged or cut short: {FileGuard.OneLine(error.Message)}"
            );
        }
    }

    /// <summary>Refuses a library that is not the one the package or engines.json speaks of.</summary>
    internal abstract void CheckLibrary(string sha256);

    public void Dispose() => _archive.Dispose();

    /// <summary>An entry of the zip.</summary>
    /// <exception cref="EngineException">There is none of that name.</exception>
    protected ZipArchiveEntry Entry(string name) =>
        _archive.GetEntry(name) ?? throw new EngineException($"{FilePath} holds no {name}.");

    /// <summary>A small text of the zip.</summary>
    protected string ReadText(string name) =>
        FileGuard.Read(
            FilePath,
            () =>
            {
                using var reader = new StreamReader(Entry(name).Open());
                return reader.ReadToEnd();
            }
        );
}
