using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
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
    /// <param name="runs">All runs; the one that was started last is shown.</param>
    public static string Replace(string page, IReadOnlyList<StoredRun> runs)
    {
        ArgumentNullException.ThrowIfNull(page);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? page
            : $"{page[..(begin + Begin.Length)]}\n\n{Render(runs)}\n{page[end..]}";
    }

    private static string Render(IReadOnlyList<StoredRun> runs)
    {
        var latest = runs.OrderBy(r => r.Machine, StringComparer.Ordinal)
            .ThenBy(r => r.Engine, NaturalComparer.Instance)
            .MaxBy(r => r.Run.Started);
        if (latest is null)
        {
            return "No run has been recorded yet.\n";
        }

        var run = latest.Run;
        var machine = run.Machine;
        var memory = Scale.Memory.Choose([machine.MemoryBytes]).Text(machine.MemoryBytes);
        return new PageBuilder()
            .Paragraph(
                MarkdownWriter.Escape(
                    $"Wasmtime {run.Engine.Version} ({run.Engine.Origin}) on {machine.Cpu}, {machine.LogicalCores} cores, {memory}, "
                        + $"{machine.Os}, {EngineTable.Time(run)}:"
                )
            )
            .Table(HighlightTable(run))
            .Paragraph(
                $"All rows: [results/{latest.Machine}](results/{Uri.EscapeDataString(latest.Machine)}/README.md)."
            )
            .ToString();
    }

    private static Table HighlightTable(RunFile run) =>
        new(
            "",
            "",
            [
                new("What", ColumnAlignment.Left),
                new("Ratio", ColumnAlignment.Right),
                new("From", ColumnAlignment.Left),
            ],
            [
                .. HighlightFinder
                    .Find(run)
                    .Select(highlight => new TableRow(
                        highlight.Question.Title,
                        [
                            new(highlight.Question.Title),
                            new(RatioText.Format(highlight.Median), highlight.Median),
                            new(highlight.Detail),
                        ]
                    )),
            ],
            []
        );
}
