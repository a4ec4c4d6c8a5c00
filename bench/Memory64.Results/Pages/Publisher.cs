using System.Runtime.ExceptionServices;
using Memory64.Results.Book;
using Memory64.Results.RunFiles;

namespace Memory64.Results.Pages;

/// <summary>
/// Makes the pages of a results folder: those of each machine, the index, and the project's README between its markers.
/// </summary>
public static class Publisher
{
    /// <summary>The name of the page to explore in.</summary>
    public const string ExplorerName = ExplorerPage.Name;

    /// <summary>The name of the page of a folder.</summary>
    internal const string PageName = "README.md";

    /// <summary>The name of the file that says what the cases are, for other programs.</summary>
    internal const string BookName = "suite.json";

    /// <summary>The name of the file that says what a run file holds.</summary>
    internal const string SchemaName = "run-file.schema.json";

    // Each loads a machine's runs at once: more than that many gain little and cost memory.
    private const int MostAtOnce = 8;

    /// <summary>
    /// Makes all pages without writing any: machines in natural order, then the index. The runs of a machine are let go
    /// once its pages are made; what stays is text, some 100 KB for each run.
    /// </summary>
    /// <param name="resultsFolder">The folder with a folder for each machine; need not exist.</param>
    /// <param name="book">What is to be said of the cases beyond their rounds.</param>
    /// <param name="readme">A page with marked sections: of the machine that the marker names, and of the classes; null for none.</param>
    /// <exception cref="RunFileException">A run file can't be loaded, or lies in another machine's folder.</exception>
    public static IReadOnlyList<GeneratedPage> Render(
        string resultsFolder,
        SuiteBook book,
        string? readme = null
    )
    {
        var reports = Reports(resultsFolder, book);
        List<MachineSummary> machines = [.. reports.Select(r => r.Summary)];
        return
        [
            .. reports.SelectMany(r => r.Pages),
            new(Path.Combine(resultsFolder, BookName), BookJson.Write(book)),
            new(Path.Combine(resultsFolder, SchemaName), RunFileSchema.Text()),
            new(
                Path.Combine(resultsFolder, ExplorerName),
                ExplorerPage.Render(reports.Select(r => r.Explored))
            ),
            new(Path.Combine(resultsFolder, PageName), IndexPage.Render(machines, book)),
            .. readme is null
                ? Array.Empty<GeneratedPage>()
                : [new(readme, Readme(File.ReadAllText(readme), machines, book))],
        ];
    }

    /// <summary>
    /// Makes all pages, then writes them and removes those that aren't made any more: a page that can't be made leaves the
    /// folder as it was.
    /// </summary>
    /// <param name="resultsFolder">The folder with a folder for each machine; is created.</param>
    /// <param name="book">What is to be said of the cases beyond their rounds.</param>
    /// <param name="readme">A page with marked sections: of the machine that the marker names, and of the classes; null for none.</param>
    /// <returns>The pages written.</returns>
    /// <exception cref="RunFileException">A run file can't be loaded, or lies in another machine's folder.</exception>
    /// <exception cref="IOException">A page can't be written or removed.</exception>
    /// <exception cref="UnauthorizedAccessException">A page may not be written or removed.</exception>
    public static IReadOnlyList<GeneratedPage> Publish(
        string resultsFolder,
        SuiteBook book,
        string? readme = null
    )
    {
        var pages = Render(resultsFolder, book, readme);
        foreach (var page in pages)
        {
            AtomicFile.Write(page.Path, page.Text);
        }

        foreach (var path in StalePages.Find(resultsFolder, pages))
        {
            File.Delete(path);
        }

        return pages;
    }

    /// <summary>What of the pages is not what their run files give, a line each; writes nothing.</summary>
    /// <param name="resultsFolder">The folder with a folder for each machine; need not exist.</param>
    /// <param name="book">What is to be said of the cases beyond their rounds.</param>
    /// <param name="readme">A page with marked sections: of the machine that the marker names, and of the classes; null for none.</param>
    /// <exception cref="RunFileException">A run file can't be loaded, or lies in another machine's folder.</exception>
    public static IReadOnlyList<string> Check(
        string resultsFolder,
        SuiteBook book,
        string? readme = null
    )
    {
        var pages = Render(resultsFolder, book, readme);
        return
        [
            .. pages
                .Where(page => !File.Exists(page.Path) || File.ReadAllText(page.Path) != page.Text)
                .Select(page => $"{page.Path} is not what its run files give"),
            .. StalePages
                .Find(resultsFolder, pages)
                .Select(path => $"{path} is not made from any run file"),
        ];
    }

    private static string Readme(
        string page,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    )
    {
        var text = QuestionsSection.Replace(page, machines, book);
        text = AnswersSection.Replace(text, machines, book);
        text = VersionsSection.Replace(text, machines);
        text = SettingsSection.Replace(text, machines);
        text = ProgramsSection.Replace(text, machines);
        text = EnginesSection.Replace(text, machines);
        return ClassSection.Replace(text, book);
    }

    // In the order of the machines, whichever is ready first; so the error is the first machine's, too.
    private static MachineReport[] Reports(string resultsFolder, SuiteBook book)
    {
        var folder = new RunFolder(resultsFolder);
        var machines = folder.Machines();
        var reports = new MachineReport[machines.Count];
        var errors = new Exception?[machines.Count];
        Parallel.For(
            0,
            machines.Count,
            new() { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostAtOnce) },
            (i, loop) =>
            {
                try
                {
                    reports[i] = MachineReport.Of(
                        resultsFolder,
                        folder.LoadMachine(machines[i]),
                        book
                    );
                }
                catch (Exception e)
                {
                    errors[i] = e;
                    // Those before it are still done.
                    loop.Break();
                }
            }
        );
        if (errors.FirstOrDefault(e => e is not null) is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        return reports;
    }
}
