using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that says what the newest version changed, on the machine that its first marker names.</summary>
internal static class VersionsSection
{
    private const string What = "versions";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(page, What, machine => Render(machine, machines));

    private static string Render(string name, IReadOnlyList<MachineSummary> machines)
    {
        var machine = machines.FirstOrDefault(one => one.Folder == name);
        if (machine is not { Versions.Count: > 0 })
        {
            return $"{MarkdownWriter.Escape($"No two versions of {name} have been recorded yet.")}\n";
        }

        var page = new PageBuilder();
        foreach (var comparison in machine.Versions)
        {
            comparison.AddTo(page);
        }

        return page.Paragraph(machine.Source).ToString();
    }
}
