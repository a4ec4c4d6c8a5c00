using System.Globalization;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// The page of a benchmark class of a machine: <c>results/&lt;machine&gt;/classes/&lt;class&gt;.md</c>, with all that the machine's newest
/// engine measured of it.
/// </summary>
internal static class ClassPage
{
    private const string Folder = $"{StalePages.ClassFolder}/";

    /// <summary>The classes of a run that have such a page, in the order of the book: all but those with pages of their own.</summary>
    public static IEnumerable<string> ClassesOf(MeasuredEngine engine)
    {
        var book = engine.Results.Book;
        return engine
            .Results.Cases.Select(c => c.Case.Benchmark)
            .Distinct()
            .Where(benchmark => book.PageOf(benchmark)?.Programs is null)
            .OrderBy(book.RankOf);
    }

    /// <summary>The pages of all its classes; the tables are built once for all.</summary>
    /// <param name="folder">The machine's folder.</param>
    /// <param name="engine">The machine's newest engine.</param>
    /// <param name="charts">The charts beside the machine's page.</param>
    public static IEnumerable<GeneratedPage> RenderAll(
        string folder,
        MeasuredEngine engine,
        IReadOnlyList<ChartImage> charts
    )
    {
        var tables = CaseTables.Of(engine.Results).ToLookup(table => table.Benchmark);
        return ClassesOf(engine)
            .Select(benchmark => new GeneratedPage(
                Path.Combine(folder, StalePages.ClassFolder, FileName(benchmark)),
                Render(benchmark, engine, charts, tables[benchmark])
            ));
    }

    private static string FileName(string benchmark) => $"{benchmark}.md";

    /// <summary>A line of Markdown that links to it from the machine's page, with what the class asks and what was measured.</summary>
    public static string LinkTo(string benchmark, MeasuredEngine engine)
    {
        List<RunCase> measured =
        [
            .. engine.Run.Cases.Where(c =>
                c.Benchmark == benchmark && c.Status == CaseStatus.Measured
            ),
        ];
        var question = engine.Results.Book.PageOf(benchmark)?.Question;
        return $"[{MarkdownWriter.Escape(benchmark)}]({Folder}{Uri.EscapeDataString(FileName(benchmark))})"
            + (question is null ? "" : $": {question}")
            + $" *{CountsOf(measured)}*";
    }

    private static string Render(
        string benchmark,
        MeasuredEngine engine,
        IReadOnlyList<ChartImage> charts,
        IEnumerable<Table> tables
    )
    {
        var (results, machine) = (engine.Results, engine.Stored.Machine);
        var about = results.Book.PageOf(benchmark);
        var page = new PageBuilder()
            .Heading(1, $"{machine}, {benchmark}")
            .Paragraph(
                $"Generated from {MarkdownWriter.Escape(engine.Id)}.json by `{PublishLine.Text}`; changes made by hand are lost. "
                    + $"Answers, engines, environment and [how to read the tables](../{Publisher.PageName}#{MachinePage.LegendAnchor}): [{MarkdownWriter.Escape(machine)}](../{Publisher.PageName})."
            );
        if (about is not null)
        {
            page.Paragraph(about.Question);
        }

        var highlights = engine
            .Highlights.Where(highlight => highlight.Question.Over.Benchmark == benchmark)
            .ToList();
        if (highlights.Count > 0)
        {
            page.Heading(2, $"Ratios, engine {engine.Id}").Table(HighlightTable.Of(highlights));
        }

        var drawn = about?.Charts.Select(chart => chart.Name).ToHashSet() ?? [];
        foreach (var chart in charts.Where(chart => drawn.Contains(chart.Name)))
        {
            page.Paragraph(chart.Markdown("../"));
        }

        var settings = SettingTable.Of(
            results.Cases.Select(c => c.Case).Where(c => c.Benchmark == benchmark),
            results.Book
        );
        if (settings.Rows.Count > 0)
        {
            page.Heading(2, "Settings").Table(settings);
        }

        return page.Heading(2, "Tables").Tables(3, tables, results.Book).ToString();
    }

    private static string CountsOf(List<RunCase> measured)
    {
        var cases = measured.Count == 1 ? "1 case" : $"{measured.Count} cases";
        if (measured.Count == 0)
        {
            return "nothing measured";
        }

        var (least, most) = (measured.Min(c => c.Rounds.Count), measured.Max(c => c.Rounds.Count));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{cases}, {(least == most ? $"{least}" : $"{least} to {most}")} {(most == 1 ? "round" : "rounds")}"
        );
    }
}
