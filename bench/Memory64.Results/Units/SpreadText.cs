using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes relative spreads, such as ±1.2%.</summary>
public static class SpreadText
{
    /// <summary>Formats a share as a percentage with one decimal: finer would claim what the estimate does not know.</summary>
    /// <param name="share">A finite number of 0 or more; 0.012 is 1.2 %.</param>
    public static string Format(double share) =>
        $"±{(share * 100).ToString("F1", CultureInfo.InvariantCulture)}%";
}
