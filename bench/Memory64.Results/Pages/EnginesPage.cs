using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The page of a machine's engines side by side: <c>results/&lt;machine&gt;/engines/README.md</c>.</summary>
internal static class EnginesPage
{
    /// <summary>Whether a machine has such a page: it measured several engines.</summary>
    /// <param name="engines">The engines of one machine.</param>
    public static bool IsOf(MachineEngines engines) => engines.Firsts.Count > 1;

    /// <summary>Renders the page: versions of the newest engine's maker in times and ratios, all in code.</summary>
    /// <param name="engines">The engines of one machine; see <see cref="IsOf"/>.</param>
    /// <param name="versions">What the newest version changed.</param>
    public static string Render(MachineEngines engines, IReadOnlyList<MainComparison> versions)
    {
        List<MeasuredEngine> oldestFirst = [.. engines.OfNewestMaker.Reverse()];
        var machine = engines.Newest.Stored.Machine;
        var book = engines.Newest.Results.Book;
        List<FigureColumn> columns =
        [
            .. oldestFirst.Select(e => new FigureColumn(e.Id, e.Figures)),
        ];
        var isOfOneRun =
            oldestFirst
                .SelectMany(e => e.Run.Cases.Select(c => e.Run.StartOf(c).Started))
                .Distinct()
                .Count() <= 1;
        var page = new PageBuilder()
            .Heading(1, $"{machine}, engines side by side")
            .Paragraph(
                $"Generated from the run files of the machine by `{PublishLine.Text}`; changes made by hand are lost. "
                    + $"Answers, environment and how to read the tables: [{MarkdownWriter.Escape(machine)}](../{Publisher.PageName})."
            )
            .Contents();
        if (versions.Count > 0)
        {
            _ = page.Heading(2, "What the newest version changed");
        }

        foreach (var comparison in versions)
        {
            comparison.AddTo(page, level: 3);
        }

        page.Heading(2, "Times")
            .Paragraph(
                isOfOneRun
                    ? "Centres of the rounds, oldest engine first."
                    : "Centres of the rounds, oldest engine first. Not all are of one run (see the machine's page), so what the machine did differently in between counts as well."
            )
            .Table(FigureTables.Times(columns, book))
            .Heading(2, "Ratios")
            .Paragraph("Where there are several pairs their median:")
            .Table(FigureTables.Ratios(columns, book));
        CodeSection.AddTo(page, [.. engines.Firsts.Reverse()], book);
        return page.ToString();
    }
}
