using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes counts, such as 8.</summary>
public static class CountText
{
    /// <summary>Formats a count in full: it is exact, so nothing is rounded.</summary>
    /// <param name="count">A whole number.</param>
    public static string Format(double count) => count.ToString("F0", CultureInfo.InvariantCulture);
}
