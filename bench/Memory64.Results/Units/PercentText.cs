using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes shares that a person chose, such as 2 % or 2.5 %.</summary>
public static class PercentText
{
    /// <summary>Formats a share as a percentage with three decimals at most.</summary>
    /// <param name="share">A finite number; 0.02 is 2 %.</param>
    public static string Format(double share) =>
        $"{(share * 100).ToString("0.###", CultureInfo.InvariantCulture)} %";
}
