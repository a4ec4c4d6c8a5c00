using Memory64.Results.Book;
using Memory64.Results.Charts;
using Memory64.Results.RunFiles;

namespace Memory64.Results.Pages;

/// <summary>All that is published about one machine.</summary>
/// <param name="Pages">Its pages and charts.</param>
/// <param name="Summary">What other pages need.</param>
public sealed record MachineReport(IReadOnlyList<GeneratedPage> Pages, MachineSummary Summary)
{
    /// <summary>What the page to explore in has of it, as JSON.</summary>
    public required string Explored { get; init; }

    /// <summary>Renders everything, so that the runs can be let go.</summary>
    /// <param name="resultsFolder">The folder that the machine's folder is in.</param>
    /// <param name="runs">The machine's runs, at least one, in any order.</param>
    /// <param name="book">What is to be said of the cases beyond their rounds.</param>
    /// <exception cref="ArgumentException">There is no run, or they are of several machines.</exception>
    public static MachineReport Of(
        string resultsFolder,
        IReadOnlyList<StoredRun> runs,
        SuiteBook book
    )
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Select(r => r.Machine).Distinct().Count() != 1)
        {
            throw new ArgumentException("A report is about the runs of one machine.", nameof(runs));
        }

        var engines = MachineEngines.Of(runs, book);
        var charts = ChartFinder.Find(
            [.. engines.OfNewestMaker.Reverse().Select(e => new ChartEngine(e.Id, e.Results))],
            book
        );
        List<ChartImage> images = [.. charts.Select(ChartImage.Of)];
        var folder = Path.Combine(resultsFolder, runs[0].Machine);
        List<ProgramsReport> programs =
        [
            .. book
                .Pages.Select(page => page.Programs)
                .OfType<ProgramsPlan>()
                .Select(plan => ProgramsReport.Of(plan, engines))
                .OfType<ProgramsReport>(),
        ];
        var makers = EnginesReport.Of(engines, book);
        var versions = MainComparison.OfVersions(engines, book);
        return new(
            [
                new(
                    Path.Combine(folder, Publisher.PageName),
                    MachinePage.Render(engines, images, programs, makers)
                ),
                .. programs.SelectMany(report => report.Pages(folder)),
                .. ClassPage.RenderAll(folder, engines.Newest, images),
                .. charts.Zip(
                    images,
                    (chart, image) =>
                        new GeneratedPage(
                            Path.Combine(folder, StalePages.ChartFolder, image.FileName),
                            ChartWriter.Write(chart)
                        )
                ),
                .. EnginesPage.IsOf(engines)
                    ?
                    [
                        new GeneratedPage(
                            Path.Combine(folder, StalePages.EngineFolder, Publisher.PageName),
                            EnginesPage.Render(engines, versions)
                        ),
                    ]
                    : Array.Empty<GeneratedPage>(),
                .. engines
                    .Firsts.Skip(1)
                    .Select(e => Page(folder, e, EnginePage.Render(e, engines.RepeatsOf(e)))),
                .. engines.Repeats.Select(r => Page(folder, r.Engine, EnginePage.Render(r))),
            ],
            MachineSummary.Of(engines, images, programs, makers, versions)
        )
        {
            Explored = ExplorerData.Of(engines),
        };
    }

    private static GeneratedPage Page(string folder, MeasuredEngine engine, string text) =>
        new(Path.Combine(folder, StalePages.EngineFolder, EngineLink.FileName(engine)), text);
}
