using Memory64.Results.Book;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that shows the machine that measured last, between two markers; all around it is left as it is.</summary>
public static class ReadmeSection
{
    /// <summary>The line after which the section begins.</summary>
    public const string Begin = "<!-- results: written by ./run-bench.sh publish -->";

    /// <summary>The line before which it ends.</summary>
    public const string End = "<!-- end of results -->";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines; the newest engine of the one that measured last is shown.</param>
    /// <param name="book">Which charts are the main ones.</param>
    public static string Replace(
        string page,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? page
            : $"{page[..(begin + Begin.Length)]}\n\n{Render(machines, book)}\n{page[end..]}";
    }

    private static string Render(IReadOnlyList<MachineSummary> machines, SuiteBook book)
    {
        var shown = machines
            .OrderBy(m => m.Folder, StringComparer.Ordinal)
            .MaxBy(m => m.LatestStart);
        if (shown is null)
        {
            return "No run has been recorded yet.\n";
        }

        var machine = shown.Machine;
        var engine = shown.Newest.Engine;
        var memory = Scale.Memory.Choose([machine.MemoryBytes]).Text(machine.MemoryBytes);
        var folder = $"results/{Uri.EscapeDataString(shown.Folder)}/";
        var page = new PageBuilder()
            .Paragraph(
                MarkdownWriter.Escape(
                    $"Wasmtime {engine.Version} ({engine.Origin}) on {machine.Cpu}, {machine.LogicalCores} cores, {memory}, "
                        + $"{machine.Os}, {MinuteText.Format(shown.Newest.Started)}:"
                )
            )
            .Table(shown.Highlights);
        var main = book.Charts.Where(c => c.IsMain).Select(c => c.Name).ToHashSet();
        foreach (var chart in shown.Charts.Where(c => main.Contains(c.Name)))
        {
            page.Paragraph(chart.Markdown(folder));
        }

        return page.Paragraph(
                $"All rows: [results/{MarkdownWriter.Escape(shown.Folder)}]({folder}{Publisher.PageName})."
            )
            .ToString();
    }
}
