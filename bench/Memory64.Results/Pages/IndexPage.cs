using Memory64.Results.Book;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>The page of all machines: <c>results/README.md</c>.</summary>
public static class IndexPage
{
    private const string Head = $"""
        # Results

        Generated from the run files below this folder by `{PublishLine.Text}`; changes made by hand are lost.

        Each machine has a folder with one run file for each engine it measured, `<machine>/<engine>.json`, and a page that
        shows them. Absolute times hold for their machine only; ratios travel better. `{ExplorerPage.Name}` has every row of every
        machine, to filter, sort and open: fetch it and open it in a browser, or run `./run-bench.sh view`.

        ## How to add a result

        1. Close what else is running, and run `./run-bench.sh`. It measures, and writes the folder of your machine and these
           pages.
        2. Commit that folder, this page, `{ExplorerPage.Name}`, and the README of the project if it has changed: it shows the one
           machine that the comment in it names. Change nothing in them by hand.
        3. Open a pull request. Say what the machine is if its name does not.

        ## Machines

        """;

    /// <summary>Renders the page.</summary>
    /// <param name="machines">All machines, in the order in which they are to be listed; may be empty.</param>
    /// <param name="book">Which figures stand side by side.</param>
    public static string Render(IReadOnlyList<MachineSummary> machines, SuiteBook book)
    {
        ArgumentNullException.ThrowIfNull(machines);
        var page = new PageBuilder().Paragraph(Head.ReplaceLineEndings("\n").TrimEnd('\n'));
        if (machines.Count == 0)
        {
            return page.Paragraph("None yet.").ToString();
        }

        foreach (var summary in machines)
        {
            var folder = Uri.EscapeDataString(summary.Folder);
            var about = MarkdownWriter.Escape($"{summary.Machine.Cpu}, {summary.Machine.Os}");
            var method = summary.IsOfEarlierMethod ? "; measured by an earlier method" : "";
            page.Paragraph(
                $"**[{MarkdownWriter.Escape(summary.Folder)}]({folder}/README.md)**: {about}{method}"
            );
            page.Paragraph(
                string.Join('\n', summary.Engines.Select(engine => EngineLine(folder, engine)))
            );
        }

        AddFigures(page, machines, book);
        return page.ToString();
    }

    private static void AddFigures(
        PageBuilder page,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    )
    {
        List<FigureColumn> columns =
        [
            .. machines.Select(m => new FigureColumn(m.Title, m.Figures)),
        ];
        page.Heading(2, "Machines side by side")
            .Paragraph(
                "By the newest engine of each. Each machine measured by itself: ≈ marks that. The machine that was measured last against the others:"
            )
            .Contents();
        var last = machines
            .OrderBy(machine => machine.IsOfEarlierMethod)
            .ThenByDescending(machine => machine.LatestStart)
            .First();
        foreach (var comparison in MainComparison.OfMachines(last, machines, book))
        {
            comparison.AddTo(page, level: 3);
        }

        page.Paragraph("Centres of the rounds:")
            .Table(FigureTables.Times(columns, book))
            .Paragraph("Ratios, where there are several pairs their median:")
            .Table(FigureTables.Ratios(columns, book));
    }

    private static string EngineLine(string folder, EngineSummary engine) =>
        $"- [{MarkdownWriter.Escape(engine.Id)}]({folder}/{Uri.EscapeDataString(engine.Id)}.json), {MinuteText.Format(engine.Started)}";
}
