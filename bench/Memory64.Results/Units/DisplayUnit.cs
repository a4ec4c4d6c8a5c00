namespace Memory64.Results.Units;

/// <summary>A unit in which a column is shown.</summary>
/// <param name="Symbol">What stands beside the numbers, such as µs.</param>
/// <param name="Size">One such unit in the base unit of its scale; above 0.</param>
public sealed record DisplayUnit(string Symbol, double Size)
{
    /// <summary>The number to show for a value, without the symbol: 3 significant digits.</summary>
    /// <param name="value">The value in the base unit.</param>
    public string Number(double value) => SignificantDigits.Format(value / Size);

    /// <summary>The number to show for a value, with the symbol.</summary>
    /// <param name="value">The value in the base unit.</param>
    public string Text(double value) => $"{Number(value)} {Symbol}";
}
