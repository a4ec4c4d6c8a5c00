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

    // Those that answer the first questions; the others are on the machine's page.
    private static readonly string[] ChartNames =
    [
        "instantiation-by-size",
        "allocation-by-size",
        "access-by-window",
        "memory64-over-memory32",
    ];

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines; the newest engine of the one that measured last is shown.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines)
    {
        ArgumentNullException.ThrowIfNull(page);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? page
            : $"{page[..(begin + Begin.Length)]}\n\n{Render(machines)}\n{page[end..]}";
    }

    private static string Render(IReadOnlyList<MachineSummary> machines)
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
        foreach (var chart in shown.Charts.Where(c => ChartNames.Contains(c.Name)))
        {
            page.Paragraph(chart.Markdown(folder));
        }

        return page.Paragraph(
                $"All rows: [results/{MarkdownWriter.Escape(shown.Folder)}]({folder}{Publisher.PageName})."
            )
            .ToString();
    }
}
