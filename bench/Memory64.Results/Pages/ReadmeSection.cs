using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that shows the latest run, between two markers; all around it is left as it is.</summary>
public static class ReadmeSection
{
    /// <summary>The line after which the section begins.</summary>
    public const string Begin = "<!-- results: written by ./run-bench.sh publish -->";

    /// <summary>The line before which it ends.</summary>
    public const string End = "<!-- end of results -->";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines; the run that was started last is shown.</param>
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
            .MaxBy(m => m.Latest.Started);
        if (shown is null)
        {
            return "No run has been recorded yet.\n";
        }

        var machine = shown.Machine;
        var engine = shown.Latest.Engine;
        var memory = Scale.Memory.Choose([machine.MemoryBytes]).Text(machine.MemoryBytes);
        return new PageBuilder()
            .Paragraph(
                MarkdownWriter.Escape(
                    $"Wasmtime {engine.Version} ({engine.Origin}) on {machine.Cpu}, {machine.LogicalCores} cores, {memory}, "
                        + $"{machine.Os}, {EngineTable.Time(shown.Latest.Started)}:"
                )
            )
            .Table(shown.LatestHighlights)
            .Paragraph(
                $"All rows: [results/{shown.Folder}](results/{Uri.EscapeDataString(shown.Folder)}/README.md)."
            )
            .ToString();
    }
}
