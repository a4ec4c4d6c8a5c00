using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>A package file with one library, or program, for this platform inside.</summary>
internal abstract class EnginePackage : IDisposable
{
    /// <summary>Hashes the file.</summary>
    /// <exception cref="EngineException">It can't be read, or is listed with another hash.</exception>
    protected EnginePackage(string path, KnownEngines known)
    {
        FilePath = path;
        Known = known;
        Sha256 = FileGuard.Sha256(path);
        known.CheckPackage(path, Sha256);
    }

    /// <summary>The list of official builds.</summary>
    protected KnownEngines Known { get; }

    /// <summary>Absolute path of the package.</summary>
    internal string FilePath { get; }

    /// <summary>SHA-256 of the package, lower-case hex.</summary>
    internal string Sha256 { get; }

    /// <summary>As in <see cref="EngineBuild"/>; new enough.</summary>
    internal abstract string Version { get; }

    /// <summary>One of <see cref="EngineOrigin"/>, for the engine.</summary>
    internal abstract string Origin { get; }

    /// <summary>Path of the library inside.</summary>
    internal abstract string LibraryEntry { get; }

    /// <summary>Opens a package, by its extension.</summary>
    /// <exception cref="EngineException">It is damaged, for another platform, too old or no package of an engine.</exception>
    internal static EnginePackage Open(string path, EnginePlatform platform, KnownEngines known) =>
        path.EndsWith(WheelName.Extension, StringComparison.OrdinalIgnoreCase)
            ? Wheel.Open(path, platform, known)
        : path.EndsWith(NodeName.Extension, StringComparison.OrdinalIgnoreCase)
            ? NodePackage.Open(path, platform, known)
        : new NuGetPackage(path, platform, known);

    /// <summary>SHA-256 of the library, read without writing anything, and checked.</summary>
    internal string HashLibrary()
    {
        var sha256 = FileGuard.Read(FilePath, () => ReadLibrary(FileGuard.Sha256));
        CheckLibrary(sha256);
        return sha256;
    }

    /// <summary>Copies the library, unchecked; failures to write are the caller's.</summary>
    internal void CopyLibrary(Stream target)
    {
        try
        {
            _ = ReadLibrary(source =>
            {
                source.CopyTo(target);
                return 0;
            });
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

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Reads the library from its beginning to its end.</summary>
    protected abstract T ReadLibrary<T>(Func<Stream, T> read);

    /// <summary>What to throw where an entry is missing.</summary>
    protected EngineException NoEntry(string name) => new($"{FilePath} holds no {name}.");
}
