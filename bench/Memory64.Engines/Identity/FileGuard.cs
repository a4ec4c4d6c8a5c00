using System.Security.Cryptography;

namespace Memory64.Engines.Identity;

/// <summary>File access whose failures are one line for the user.</summary>
internal static class FileGuard
{
    /// <summary>SHA-256 of a file, streamed; 64 lower-case hex digits.</summary>
    /// <exception cref="EngineException">It is missing, a folder, or can't be read.</exception>
    internal static string Sha256(string path) =>
        Read(
            path,
            () =>
            {
                using var stream = File.OpenRead(path);
                return Sha256(stream);
            }
        );

    /// <summary>SHA-256 of what is left in a stream.</summary>
    internal static string Sha256(Stream stream) =>
        Convert.ToHexStringLower(SHA256.HashData(stream));

    /// <summary>Runs <paramref name="read"/>, turning what can go wrong with the file into an <see cref="EngineException"/>.</summary>
    internal static T Read<T>(string path, Func<T> read)
    {
        if (Directory.Exists(path))
        {
            throw new EngineException(
                $"{path} is a folder: give the library, wheel or package itself."
            );
        }

        try
        {
            return read();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EngineException($"{path}: there is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new EngineException($"{path} can't be read: no permission.");
        }
        catch (InvalidDataException error)
        {
            throw new EngineException($"{path} is damaged or cut short: {OneLine(error.Message)}");
        }
        catch (IOException error)
        {
            throw new EngineException($"{path} can't be read: {OneLine(error.Message)}");
        }
    }

    /// <summary>Runs <paramref name="write"/> somewhere below <paramref name="folder"/>.</summary>
    /// <exception cref="EngineException">The folder can't be written.</exception>
    internal static T Write<T>(string folder, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(
                $"{folder}, the cache of engines, can't be written: {OneLine(error.Message)} (XDG_CACHE_HOME moves it)"
            );
        }
    }

    /// <summary>Joins the lines of a message that others wrote.</summary>
    internal static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
