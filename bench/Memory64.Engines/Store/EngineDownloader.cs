using Memory64.Engines.Identity;
using Memory64.Engines.Packages;

namespace Memory64.Engines.Store;

/// <summary>Fetches packages into the cache.</summary>
internal sealed class EngineDownloader(EngineStoreOptions options, EngineOpener opener)
{
    /// <summary>Downloads a version by one client.</summary>
    /// <exception cref="EngineException">The client has none, or what it brought is no such engine.</exception>
    internal EngineBuild Download(IPackageClient client, string version)
    {
        // In the cache itself, so that the last step is a rename.
        var folder = Path.Combine(options.CacheFolder, $"download-{Guid.NewGuid():N}");
        try
        {
            return FileGuard.Write(options.CacheFolder, () => Fetch(client, version, folder));
        }
        finally
        {
            Remove(folder);
        }
    }

    private EngineBuild Fetch(IPackageClient client, string version, string folder)
    {
        Directory.CreateDirectory(folder);
        var package = client.Download(version, folder);
        var build = opener.Open(package);
        if (!string.Equals(build.Version, version, StringComparison.Ordinal))
        {
            throw new EngineException($"brought {build.Version} instead of {version}");
        }

        // Only what passed all checks gets the name by which it is found next time.
        File.Move(
            package,
            Path.Combine(options.CacheFolder, Path.GetFileName(package)),
            overwrite: true
        );
        return build;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A virus scanner may hold a file; what is left costs space and is never looked at.
        }
    }
}
