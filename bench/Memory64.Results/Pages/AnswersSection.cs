using Memory64.Results.Book;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>
/// The part of a page that says what one machine answers, between two markers; all around it is left as it is. Which machine, the first
/// marker says: so a page doesn't change when someone else has measured.
/// </summary>
public static class AnswersSection
{
    private const string What = "answers";

    /// <summary>The line before which it ends.</summary>
    public static string End => MarkedSection.End(What);

    /// <summary>The line after which the section of a machine begins.</summary>
    /// <param name="machine">The name of the machine's folder.</param>
    public static string Begin(string machine) =>
        $"<!-- {What} of {machine}: written by {PublishLine.Text} -->";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines; the newest engine of the one that the page names is shown.</param>
    /// <param name="book">Which charts are the main ones.</param>
    public static string Replace(
        string page,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        return MarkedSection.ReplaceOfMachine(
            page,
            What,
            machine => Render(machine, machines, book)
        );
    }

    private static string Render(
        string name,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    )
    {
        var shown = machines.FirstOrDefault(m => m.Folder == name);
        if (shown is null)
        {
            return $"{MarkdownWriter.Escape(Missing(name, machines))}\n";
        }

        var machine = shown.Machine;
        var engine = shown.Newest.Engine;
        var memory = Scale.Memory.Choose([machine.MemoryBytes]).Text(machine.MemoryBytes);
        var folder = $"results/{Uri.EscapeDataString(shown.Folder)}/";
        var page = new PageBuilder()
            .Paragraph(
                MarkdownWriter.Escape($"{engine.Title} ({engine.Origin}) on ")
                    + shown.Link
                    + MarkdownWriter.Escape(
                        $": {machine.Cpu}, {machine.LogicalCores} cores, {memory}, {machine.Os}, {MinuteText.Format(shown.Newest.Started)}:"
                    )
            )
            .Terms(shown.Answers.Select(answer => (answer.Plan.Title, answer.Text)));
        var charts = ChartImage.MainOf(shown.Charts, book);
        return (
            charts.Count > 0
                ? page.Folded("Charts", charts.Select(chart => $"{chart.Markdown(folder)}\n"))
                : page
        ).ToString();
    }

    private static string Missing(string name, IReadOnlyList<MachineSummary> machines) =>
        machines.Count == 0
            ? $"No run of {name} has been recorded yet."
            : $"No run of {name} has been recorded; the comment above this line may name {string.Join(" or ", machines.Select(m => m.Folder))} instead.";
}
