namespace Memory64.Results.Pages;

/// <summary>The part of a page that sets engines of different makers side by side, on the machine that its first marker names.</summary>
internal static class EnginesSection
{
    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(
            page,
            "engines",
            machines,
            "No two engines have been recorded on",
            machine => machine.EnginesReport?.AddTo(new PageBuilder())
        );
}
