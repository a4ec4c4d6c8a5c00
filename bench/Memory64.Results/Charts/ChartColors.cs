namespace Memory64.Results.Charts;

/// <summary>
/// The colours of all charts. Those of series were searched for: any two differ by a CIEDE2000 of at least 15 for readers with
/// normal vision, protanopia, deuteranopia and tritanopia (as G. M. Machado et al. simulate them, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", 2009), and each contrasts with the background by at least 3 to 1; darker on white and
/// lighter on dark grey.
/// </summary>
internal static class ChartColors
{
    public static ChartColor Background { get; } = new("#ffffff", "#0d1117");

    public static ChartColor Ink { get; } = new("#1f2328", "#f0f6fc");

    public static ChartColor Muted { get; } = new("#59636e", "#9198a1");

    public static ChartColor Grid { get; } = new("#dfe4ea", "#2a313c");

    public static IReadOnlyList<ChartColor> Series { get; } =
    [
        new("#498eff", "#66a6ff"),
        new("#bc862a", "#d49628"),
        new("#05351f", "#0afebe"),
        new("#d90e60", "#e70e63"),
        new("#4f5902", "#eafc2e"),
        new("#500a53", "#fdd9fd"),
        new("#037965", "#0a816a"),
        new("#a82e9b", "#b34ba5"),
        new("#8d909c", "#9da0a7"),
    ];

    public static IEnumerable<ChartColor> All => [Background, Ink, Muted, Grid, .. Series];
}
