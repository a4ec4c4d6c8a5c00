namespace Memory64.Results.Tables;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Value">
/// The number behind it, not rounded, in the base unit: nanoseconds, GB/s, bytes, a ratio, or a share. Null where there is none.
/// </param>
public sealed record TableCell(string Text, double? Value = null)
{
    /// <summary>What it says to a reader who looks for one thing.</summary>
    public CellTone Tone { get; init; }

    /// <summary>Stands for a number that does not exist.</summary>
    public static TableCell None { get; } = new("–");
}
