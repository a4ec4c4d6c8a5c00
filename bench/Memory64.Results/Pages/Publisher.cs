using Memory64.Results.RunFiles;

namespace Memory64.Results.Pages;

/// <summary>
/// Makes the pages of a results folder: one for each machine, the index, and the project's README between its markers.
/// </summary>
public static class Publisher
{
    /// <summary>The command a user runs to publish, as the pages name it.</summary>
    internal const string Command = "./run-bench.sh publish";

    private const string PageName = "README.md";

    /// <summary>Makes all pages without writing any: machines in natural order, the index last.</summary>
    /// <param name="resultsFolder">The folder with a folder for each machine; need not exist.</param>
    /// <param name="readme">A page whose marked section shows the latest run, or null for none.</param>
    /// <exception cref="RunFileException">A run file can't be loaded, or lies in another machine's folder.</exception>
    public static IReadOnlyList<GeneratedPage> Render(string resultsFolder, string? readme = null)
    {
        var runs = new RunFolder(resultsFolder).LoadAll();
        return
        [
            .. runs.GroupBy(r => r.Machine, StringComparer.Ordinal)
                .Select(machine => new GeneratedPage(
                    Path.Combine(resultsFolder, machine.Key, PageName),
                    MachinePage.Render([.. machine.Select(r => r.Run)])
                )),
            new(Path.Combine(resultsFolder, PageName), IndexPage.Render(runs)),
            .. readme is null
                ? Array.Empty<GeneratedPage>()
                : [new(readme, ReadmeSection.Replace(File.ReadAllText(readme), runs))],
        ];
    }

    /// <summary>Makes all pages, then writes them: a page that can't be made leaves the folder as it was.</summary>
    /// <param name="resultsFolder">The folder with a folder for each machine; is created.</param>
    /// <param name="readme">A page whose marked section shows the latest run, or null for none.</param>
    /// <returns>The pages written.</returns>
    /// <exception cref="RunFileException">A run file can't be loaded, or lies in another machine's folder.</exception>
    /// <exception cref="IOException">A page can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A page may not be written.</exception>
    public static IReadOnlyList<GeneratedPage> Publish(string resultsFolder, string? readme = null)
    {
        var pages = Render(resultsFolder, readme);
        foreach (var page in pages)
        {
            AtomicFile.Write(page.Path, page.Text);
        }

        return pages;
    }
}
