namespace Memory64.Results.Units;

/// <summary>Writes p-values, such as 0.0397.</summary>
public static class PValueText
{
    private const double Smallest = 0.0001;

    /// <summary>Formats a p-value with 3 significant digits; below 0.0001 that alone is said.</summary>
    /// <param name="pValue">0 to 1.</param>
    public static string Format(double pValue) =>
        pValue < Smallest ? "<0.0001" : SignificantDigits.Format(pValue);
}
