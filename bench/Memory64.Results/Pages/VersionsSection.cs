namespace Memory64.Results.Pages;

/// <summary>The part of a page that says what the newest version changed, on the machine that its first marker names.</summary>
internal static class VersionsSection
{
    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(
            page,
            "versions",
            machines,
            "No two versions have been recorded on",
            machine =>
                machine.Versions.Count > 0
                    ? machine.Versions.Aggregate(
                        new PageBuilder(),
                        (built, comparison) => comparison.AddTo(built, level: 4)
                    )
                    : null
        );
}
