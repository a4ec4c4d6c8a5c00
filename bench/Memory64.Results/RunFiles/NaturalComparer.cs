using System.Globalization;

namespace Memory64.Results.RunFiles;

/// <summary>
/// Orders text as people do: digits as numbers (9 before 10, version 24.0.0 before 50.0.1), sizes by their bytes (64KiB
/// before 4GiB), all else by code unit. Culture has no say. Texts that are equal so far are ordered ordinally.
/// </summary>
public sealed class NaturalComparer : IComparer<string>
{
    // Numbers of more digits are taken as equal, and left to the ordinal comparison: no version or size is as long.
    private const int LongestNumber = 18;

    private static readonly (string Symbol, ulong Bytes)[] SizeUnits =
    [
        ("KiB", 1UL << 10),
        ("MB", 1_000_000),
        ("MiB", 1UL << 20),
        ("GiB", 1UL << 30),
        ("TiB", 1UL << 40),
    ];

    private NaturalComparer() { }

    /// <summary>The one instance.</summary>
    public static NaturalComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        var restX = x.AsSpan();
        var restY = y.AsSpan();
        while (!restX.IsEmpty && !restY.IsEmpty)
        {
            var order =
                char.IsAsciiDigit(restX[0]) && char.IsAsciiDigit(restY[0])
                    ? TakeNumber(ref restX).CompareTo(TakeNumber(ref restY))
                    : TakeChar(ref restX).CompareTo(TakeChar(ref restY));
            if (order != 0)
            {
                return order;
            }
        }

        var lengths = restX.Length.CompareTo(restY.Length);
        return lengths != 0 ? lengths : string.CompareOrdinal(x, y);
    }

    private static char TakeChar(ref ReadOnlySpan<char> text)
    {
        var first = text[0];
        text = text[1..];
        return first;
    }

    private static UInt128 TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        if (digits.Length > LongestNumber)
        {
            return UInt128.MaxValue;
        }

        var number = UInt128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        foreach (var (symbol, bytes) in SizeUnits)
        {
            if (text.StartsWith(symbol, StringComparison.Ordinal))
            {
                text = text[symbol.Length..];
                return number * bytes;
            }
        }

        return number;
    }
}
