using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that says what each setting changes, on the machine that its first marker names.</summary>
internal static class SettingsSection
{
    private const string What = "settings";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(page, What, machine => Render(machine, machines));

    private static string Render(string name, IReadOnlyList<MachineSummary> machines)
    {
        var machine = machines.FirstOrDefault(one => one.Folder == name);
        return machine?.Settings is not { } report
            ? $"{MarkdownWriter.Escape($"No setting has been measured on {name} yet.")}\n"
            : new PageBuilder().Table(report.Table).Paragraph(machine.Source).ToString();
    }
}
