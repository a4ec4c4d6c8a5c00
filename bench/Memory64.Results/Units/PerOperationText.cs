namespace Memory64.Results.Units;

/// <summary>Writes counts for one operation, such as 7.25 instructions: exact ones without zeros that say nothing.</summary>
public static class PerOperationText
{
    /// <summary>Formats a count with at most 3 significant digits: 3, 7.25, -1.5.</summary>
    /// <param name="count">A finite number.</param>
    public static string Format(double count)
    {
        var text = SignificantDigits.Format(count);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Formats a difference of counts, with its sign: +2, -1.5.</summary>
    /// <param name="difference">A finite number.</param>
    public static string FormatDifference(double difference) =>
        difference > 0 ? $"+{Format(difference)}" : Format(difference);
}
