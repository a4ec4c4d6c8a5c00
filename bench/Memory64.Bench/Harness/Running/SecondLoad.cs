using Memory64.Engines.Identity;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// A library that shall be loaded twice in one process: the system gives out one file once, so the second load is of a copy.
/// </summary>
internal static class SecondLoad
{
    private const string Folder = "second-load";

    /// <summary>The path of the copy, which is made when it is first asked for.</summary>
    public static string PathOf(EngineBuild build)
    {
        var path = Path.Combine(
            Repository.ArtifactsPath,
            Folder,
            $"{build.Sha256}{Path.GetExtension(build.LibraryPath)}"
        );
        if (!File.Exists(path))
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var partial = $"{path}.{Environment.ProcessId}";
            File.Copy(build.LibraryPath, partial, overwrite: true);
            File.Move(partial, path, overwrite: true);
        }

        return path;
    }
}
