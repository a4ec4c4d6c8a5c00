namespace Memory64.Results.Charts;

/// <summary>
/// The colours of all charts. Those of series are after M. Okabe and K. Ito, "Color Universal Design", 2008, which people
/// with any colour vision tell apart; darker on white and lighter on dark grey, so that each contrasts with both.
/// </summary>
internal static class ChartColors
{
    public static ChartColor Background { get; } = new("#ffffff", "#0d1117");

    public static ChartColor Ink { get; } = new("#1f2328", "#f0f6fc");

    public static ChartColor Muted { get; } = new("#59636e", "#9198a1");

    public static ChartColor Grid { get; } = new("#dfe4ea", "#2a313c");

    public static IReadOnlyList<ChartColor> Series { get; } =
    [
        new("#0072b2", "#56b4e9"),
        new("#d55e00", "#ff9a52"),
        new("#00855f", "#2fd6a3"),
        new("#a6488a", "#e7a3cf"),
        new("#7d6608", "#f0e442"),
        new("#6e7781", "#b7bec7"),
    ];

    public static IEnumerable<ChartColor> All => [Background, Ink, Muted, Grid, .. Series];
}
