using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes numbers whose power of ten says most, such as 3.6e-4.</summary>
public static class ScientificText
{
    /// <summary>Formats a number with 2 significant digits.</summary>
    /// <param name="value">A finite number.</param>
    public static string Format(double value) =>
        value == 0 ? "0" : value.ToString("0.0e-0", CultureInfo.InvariantCulture);
}
