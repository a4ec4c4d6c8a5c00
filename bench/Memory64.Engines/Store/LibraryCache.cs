using Memory64.Engines.Identity;
using Memory64.Engines.Packages;

namespace Memory64.Engines.Store;

/// <summary>
/// Libraries extracted from packages, one folder a package, named by the package's SHA-256. Beside each library lies a file
/// with its own SHA-256: a library that doesn't match it any more is extracted again.
/// </summary>
/// <param name="folder">The cache of engines; need not exist yet.</param>
internal sealed class LibraryCache(string folder)
{
    private const UnixFileMode Mode =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>Gives path and SHA-256 of the library, extracting it if need be.</summary>
    /// <exception cref="EngineException">The package is not what it claims, or the cache can't be written.</exception>
    internal (string Path, string Sha256) Get(EnginePackage package)
    {
        var place = Path.Combine(folder, "extracted", package.Sha256);
        var library = Path.Combine(place, Path.GetFileName(package.LibraryEntry));
        return (
            library,
            IntactHash(library) ?? FileGuard.Write(folder, () => Extract(package, place, library))
        );
    }

    // Every process writes a file of its own and renames it, so whoever is last replaces a file by an equal one.
    private static string Extract(EnginePackage package, string place, string library)
    {
        Directory.CreateDirectory(place);
        var temporary = Path.Combine(place, $"{Guid.NewGuid():N}.tmp");
        try
        {
            using (var target = File.Create(temporary))
            {
                package.CopyLibrary(target);
            }

            if (!OperatingSystem.IsWindows())
            {
                // It may be a program.
                File.SetUnixFileMode(temporary, Mode);
            }

            var sha256 = FileGuard.Sha256(temporary);
            package.CheckLibrary(sha256);
            File.Move(temporary, library, overwrite: true);
            File.WriteAllText(temporary, sha256);
            File.Move(temporary, HashFile(library), overwrite: true);
            return sha256;
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException
                && IntactHash(library) is { } other
            )
        {
            // Windows doesn't replace a library in use, and needn't: another process was faster.
            return other;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string? IntactHash(string library)
    {
        try
        {
            var written = File.ReadAllText(HashFile(library));
            using var stream = File.OpenRead(library);
            return string.Equals(FileGuard.Sha256(stream), written, StringComparison.Ordinal)
                ? written
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string HashFile(string library) => library + ".sha256";
}
