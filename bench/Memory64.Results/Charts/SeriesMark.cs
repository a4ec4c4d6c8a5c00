using OxyPlot;

namespace Memory64.Results.Charts;

/// <summary>By what a series is told apart from the others: each mark has a colour and a shape that no other has.</summary>
/// <param name="Color">The colour.</param>
/// <param name="Type">The shape; <see cref="MarkerType.Custom"/> is that of the outline.</param>
/// <param name="Outline">Corners on a square of side 2 around the middle, y downwards; none for a shape that has a name.</param>
internal sealed record SeriesMark(ChartColor Color, MarkerType Type, ScreenPoint[] Outline)
{
    private const double Narrow = 0.38;

    /// <summary>All marks, in the order in which a chart takes them.</summary>
    public static IReadOnlyList<SeriesMark> All { get; } =
    [
        new(ChartColors.Series[0], MarkerType.Circle, []),
        new(ChartColors.Series[1], MarkerType.Square, []),
        new(ChartColors.Series[2], MarkerType.Triangle, []),
        new(ChartColors.Series[3], MarkerType.Diamond, []),
        Custom(4, [(-1, -0.87), (1, -0.87), (0, 1)]),
        Custom(5, Cross(turn: 0)),
        Custom(6, Cross(turn: Math.PI / 4)),
        Custom(7, Star()),
        Custom(8, [(-1, -1), (1, -1), (-1, 1), (1, 1)]),
    ];

    private static SeriesMark Custom(int color, IEnumerable<(double X, double Y)> corners) =>
        new(
            ChartColors.Series[color],
            MarkerType.Custom,
            [.. corners.Select(corner => new ScreenPoint(corner.X, corner.Y))]
        );

    // Four arms, each of two corners at its end and one where it meets the next.
    private static IEnumerable<(double X, double Y)> Cross(double turn) =>
        Enumerable
            .Range(0, 4)
            .SelectMany(arm =>
                new[] { (1, -Narrow), (1, Narrow), (Narrow, Narrow) }.Select(corner =>
                    Turned(corner, turn + (arm * Math.PI / 2))
                )
            );

    // Five points, and between each two a corner nearer to the middle.
    private static IEnumerable<(double X, double Y)> Star() =>
        Enumerable
            .Range(0, 10)
            .Select(i => Turned((i % 2 == 0 ? 1.15 : 0.5, 0), (i * Math.PI / 5) - (Math.PI / 2)));

    private static (double X, double Y) Turned((double X, double Y) corner, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return ((corner.X * cos) - (corner.Y * sin), (corner.X * sin) + (corner.Y * cos));
    }
}
