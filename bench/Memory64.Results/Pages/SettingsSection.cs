namespace Memory64.Results.Pages;

/// <summary>The part of a page that says what each setting changes, on the machine that its first marker names.</summary>
internal static class SettingsSection
{
    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(
            page,
            "settings",
            machines,
            "No setting has been measured on",
            machine => machine.Settings is { } report ? new PageBuilder().Table(report.Table) : null
        );
}
