using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness;

namespace Memory64.Bench.Commands.Options;

/// <summary>Where run files and pages lie.</summary>
internal static class ResultsFolder
{
    /// <summary>The user's folder, or <c>results/</c> of the checkout.</summary>
    /// <exception cref="UsageException">The name is empty, or an option that took its place.</exception>
    public static string Of(string? folder) =>
        folder is null ? Repository.ResultsPath
        : folder.Trim() is "" or ['-', ..]
            ? throw new UsageException($"--results {folder}: name a folder")
        : Path.GetFullPath(folder);

    /// <summary>Makes sure, before anything is measured, that the record can be written.</summary>
    /// <exception cref="UsageException">It can't.</exception>
    public static void RequireWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Path.GetRandomFileName()}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"--results {folder}: can't be written ({exception.Message}); name another folder"
            );
        }
    }
}
