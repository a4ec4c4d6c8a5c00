using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// Finds pages and charts that an earlier publication left and that aren't made any more, because their run files are gone
/// or a newer engine took their place. Files that don't name the command that makes them are never touched.
/// </summary>
public static class StalePages
{
    /// <summary>The folder of a machine's charts, inside the machine's own.</summary>
    internal const string ChartFolder = "charts";

    /// <summary>The folder of the pages of a machine's classes, inside the machine's own.</summary>
    internal const string ClassFolder = "classes";

    /// <summary>The folder of the pages of a machine's older engines, inside the machine's own.</summary>
    internal const string EngineFolder = "engines";

    /// <summary>The paths of such files, in the order of their names.</summary>
    /// <param name="resultsFolder">The folder with a folder for each machine; need not exist.</param>
    /// <param name="pages">The pages that are made now.</param>
    public static IReadOnlyList<string> Find(
        string resultsFolder,
        IReadOnlyList<GeneratedPage> pages
    )
    {
        if (!Directory.Exists(resultsFolder))
        {
            return [];
        }

        var made = pages.Select(page => page.Path).ToHashSet();
        return
        [
            .. Directory
                .EnumerateDirectories(resultsFolder)
                .SelectMany(machine =>
                    Files(machine, "*.md")
                        .Concat(Files(Path.Combine(machine, ChartFolder), "*.svg"))
                        .Concat(Files(Path.Combine(machine, EngineFolder), "*.md"))
                        .Concat(Files(Path.Combine(machine, ClassFolder), "*.md"))
                )
                .Where(path => !made.Contains(path) && IsGenerated(path))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern) : [];

    private static bool IsGenerated(string path) =>
        File.ReadAllText(path).Contains(PublishLine.Text, StringComparison.Ordinal);
}
