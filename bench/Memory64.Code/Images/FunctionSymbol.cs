using System.Text.RegularExpressions;

namespace Memory64.Code.Images;

/// <summary>How engines name the code of a wasm function: <c>wasm[0]::function[N]</c>, perhaps with its name behind.</summary>
internal static partial class FunctionSymbol
{
    /// <summary>The function's number, imported functions counted first; null if it is other code.</summary>
    internal static uint? IndexOf(string symbol) =>
        Pattern().Match(symbol) is { Success: true } match
        && uint.TryParse(match.Groups["index"].ValueSpan, out var index)
            ? index
            : null;

    [GeneratedRegex(
        @"^wasm\[0\]::function\[(?<index>\d+)\](::|$)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
