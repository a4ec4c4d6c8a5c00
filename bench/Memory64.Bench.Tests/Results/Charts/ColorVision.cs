using System.Globalization;

namespace Memory64.Bench.Tests.Results.Charts;

/// <summary>
/// How colours look to readers of a kind of colour vision, and how far two of them differ. The matrices, on linear RGB, are those of
/// G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009,
/// at full severity.
/// </summary>
/// <param name="Name">The kind.</param>
/// <param name="Matrix">Its nine numbers, row by row.</param>
internal sealed record ColorVision(string Name, double[] Matrix)
{
    public static IReadOnlyList<ColorVision> All { get; } =
    [
        new("normal", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        new(
            "protanopia",
            [
                .. (double[])[0.152286, 1.052583, -0.204868],
                .. (double[])[0.114503, 0.786281, 0.099216],
                .. (double[])[-0.003882, -0.048116, 1.051998],
            ]
        ),
        new(
            "deuteranopia",
            [
                .. (double[])[0.367322, 0.860646, -0.227968],
                .. (double[])[0.280085, 0.672501, 0.047413],
                .. (double[])[-0.011820, 0.042940, 0.968881],
            ]
        ),
        new(
            "tritanopia",
            [
                .. (double[])[1.255528, -0.076749, -0.178779],
                .. (double[])[-0.078411, 0.930809, 0.147602],
                .. (double[])[0.004733, 0.691367, 0.303900],
            ]
        ),
    ];

    // sRGB to XYZ over the white point D65 (IEC 61966-2-1).
    private static readonly double[] ToXyz =
    [
        .. (double[])[0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
        .. (double[])[0.2126729, 0.7151522, 0.0721750],
        .. (double[])[0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
    ];

    /// <summary>How far two colours differ for these readers: CIEDE2000 (CIE 142-2001).</summary>
    public double Difference(string one, string other) => Ciede2000(LabOf(one), LabOf(other));

    /// <summary>The contrast of two colours: 1 to 21 (WCAG 2).</summary>
    public static double Contrast(string one, string other)
    {
        var (dark, light) = (Luminance(one), Luminance(other));
        (dark, light) = dark < light ? (dark, light) : (light, dark);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>CIEDE2000 of two colours in CIELAB, as G. Sharma, W. Wu and E. N. Dalal write it (2005), who give values to test it by.</summary>
    public static double Ciede2000(
        (double L, double A, double B) one,
        (double L, double A, double B) other
    )
    {
        var chroma = (double.Hypot(one.A, one.B) + double.Hypot(other.A, other.B)) / 2;
        var g = 0.5 * (1 - Saturation(chroma));
        var (c1, h1) = Polar(one.A * (1 + g), one.B);
        var (c2, h2) = Polar(other.A * (1 + g), other.B);
        var isGrey = c1 * c2 == 0;
        var turn = isGrey ? 0 : Math.IEEERemainder(h2 - h1, 360);
        var hue = 2 * Math.Sqrt(c1 * c2) * Sin(turn / 2);
        var lightness = (one.L + other.L) / 2;
        var meanChroma = (c1 + c2) / 2;
        var meanHue = isGrey ? h1 + h2 : h1 + (turn / 2);
        var t =
            1
            - (0.17 * Cos(meanHue - 30))
            + (0.24 * Cos(2 * meanHue))
            + (0.32 * Cos((3 * meanHue) + 6))
            - (0.20 * Cos((4 * meanHue) - 63));
        var offset = Math.Pow(lightness - 50, 2);
        var l = (other.L - one.L) / (1 + (0.015 * offset / Math.Sqrt(20 + offset)));
        var c = (c2 - c1) / (1 + (0.045 * meanChroma));
        var h = hue / (1 + (0.015 * meanChroma * t));
        // The mean hue may lie a turn below or above.
        var blue = Math.IEEERemainder(meanHue - 275, 360) / 25;
        var rotation = -Sin(60 * Math.Exp(-blue * blue)) * 2 * Saturation(meanChroma);
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (rotation * c * h));
    }

    private static double Saturation(double chroma) =>
        Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7)));

    private static (double Chroma, double Hue) Polar(double a, double b) =>
        (double.Hypot(a, b), (double.RadiansToDegrees(Math.Atan2(b, a)) + 360) % 360);

    private static double Sin(double degrees) => Math.Sin(double.DegreesToRadians(degrees));

    private static double Cos(double degrees) => Math.Cos(double.DegreesToRadians(degrees));

    private (double L, double A, double B) LabOf(string color)
    {
        var seen = Product(Matrix, Linear(color)).Select(part => Math.Clamp(part, 0, 1));
        var f = Product(ToXyz, [.. seen])
            .Select(part =>
                part > 216.0 / 24389 ? Math.Cbrt(part) : ((24389.0 / 27 * part) + 16) / 116
            )
            .ToList();
        return ((116 * f[1]) - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]));
    }

    private static double Luminance(string color) => Product(ToXyz, Linear(color))[1];

    private static double[] Product(double[] matrix, double[] vector) =>
        [.. matrix.Chunk(3).Select(row => row.Zip(vector, (a, b) => a * b).Sum())];

    // Of #rrggbb.
    private static double[] Linear(string color) =>
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i =>
                    int.Parse(
                        color.AsSpan(1 + (2 * i), 2),
                        NumberStyles.HexNumber,
                        CultureInfo.InvariantCulture
                    ) / 255.0
                )
                .Select(part =>
                    part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)
                ),
        ];
}
