namespace Memory64.Code.Values;

/// <summary>
/// Names a field by the way to it: offsets in hexadecimal, the first in the context, each next in what the one before points
/// to; <c>38</c>, or <c>90.8</c> for a field of an imported memory.
/// </summary>
internal static class FieldPath
{
    /// <summary>The context itself.</summary>
    internal const string Context = "";

    // Base and length of a memory lie side by side; Wasmtime's VMMemoryDefinition.
    private const long BoundAfterBase = 8;
    private const int Longest = 4;

    /// <summary>The field at <paramref name="offset"/> in what <paramref name="holder"/> points to; null if that leads too far.</summary>
    internal static string? In(string holder, long offset) =>
        holder.Length == 0 ? $"{offset:x}"
        : holder.AsSpan().Count('.') + 1 < Longest ? $"{holder}.{offset:x}"
        : null;

    /// <summary>The field that is a memory's base if <paramref name="field"/> is its bound.</summary>
    internal static string BaseOfBound(string field)
    {
        var last = field.LastIndexOf('.') + 1;
        return long.TryParse(
            field.AsSpan(last),
            System.Globalization.NumberStyles.HexNumber,
            null,
            out var offset
        )
            ? $"{field[..last]}{offset - BoundAfterBase:x}"
            : field;
    }
}
