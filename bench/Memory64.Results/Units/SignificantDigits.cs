using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes numbers with 3 significant digits, without exponents, whatever the culture: 0.0123, 1.20, 12.3, 12300.</summary>
public static class SignificantDigits
{
    private const int Digits = 3;

    /// <summary>Formats a number, rounded to the nearest.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or NaN.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                "Only a finite number can be shown."
            );
        }

        if (value == 0)
        {
            return "0";
        }

        // Rounding first shows how many digits stand before the point: 99.96 has two, 100 three.
        var rounded = value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture);
        var exponent = int.Parse(
            rounded.AsSpan(rounded.IndexOf('E') + 1),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture
        );
        var decimals = Math.Max(0, Digits - 1 - exponent);
        return double.Parse(rounded, CultureInfo.InvariantCulture)
            .ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
