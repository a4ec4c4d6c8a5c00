using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// The part of a page that says what memory64 costs programs, on the machine that its first marker names; all around it is left as it
/// is.
/// </summary>
internal static class ProgramsSection
{
    private const string What = "programs";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(page, What, machine => Render(machine, machines));

    private static string Render(string name, IReadOnlyList<MachineSummary> machines)
    {
        var machine = machines.FirstOrDefault(one => one.Folder == name);
        if (machine is not { Programs.Count: > 0 })
        {
            return $"{MarkdownWriter.Escape($"No programs of {name} have been recorded yet.")}\n";
        }

        var folder = $"results/{Uri.EscapeDataString(name)}/";
        var page = new PageBuilder();
        foreach (var report in machine.Programs)
        {
            page.Paragraph($"{report.Markdown(folder)} {machine.Source}");
            if (report.Image is { } image)
            {
                page.Paragraph(image.Markdown(folder));
            }
        }

        return page.ToString();
    }
}
