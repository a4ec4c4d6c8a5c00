using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes ratios, such as 1.45x; below a thousandth 6.53e-7x, because nobody counts zeros.</summary>
public static class RatioText
{
    private const double Smallest = 0.001;

    /// <summary>Formats a ratio with 3 significant digits.</summary>
    /// <param name="ratio">A finite number, not below 0.</param>
    public static string Format(double ratio) => $"{Number(ratio)}x";

    /// <summary>Formats a ratio with 3 significant digits and without the x: a bound of an interval.</summary>
    /// <param name="ratio">A finite number, not below 0.</param>
    public static string Number(double ratio) =>
        ratio is > 0 and < Smallest
            ? ratio.ToString("0.00e-0", CultureInfo.InvariantCulture)
            : SignificantDigits.Format(ratio);
}
