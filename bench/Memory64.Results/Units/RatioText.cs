namespace Memory64.Results.Units;

/// <summary>Writes ratios, such as 1.45x.</summary>
public static class RatioText
{
    /// <summary>Formats a ratio with 3 significant digits.</summary>
    /// <param name="ratio">A finite number.</param>
    public static string Format(double ratio) => $"{SignificantDigits.Format(ratio)}x";
}
