using System.Globalization;
using System.Text.RegularExpressions;

namespace Memory64.Engines.Identity;

/// <summary>Version texts of Wasmtime, and the oldest one that can be measured.</summary>
public static partial class EngineVersion
{
    /// <summary>What a bare library is called that nothing identifies.</summary>
    public const string Unknown = "unknown";

    private const int FirstMajor = 24;

    /// <summary>Whether <paramref name="text"/> is three numbers without leading zeros.</summary>
    public static bool IsVersion(string text) => Pattern().IsMatch(text);

    /// <summary>Passes on a version that is new enough.</summary>
    /// <param name="text">What should be one.</param>
    /// <param name="place">The file that claims it, for messages; null where the user named the version.</param>
    /// <exception cref="EngineException">It is no version, or too old.</exception>
    internal static string Require(string text, string? place = null)
    {
        var prefix = place is null ? "" : $"{place}: ";
        if (!IsVersion(text))
        {
            throw new EngineException(
                $"{prefix}'{text}' is no Wasmtime version: write three numbers, as in 36.0.0."
            );
        }

        var major = int.Parse(
            text.AsSpan(0, text.IndexOf('.', StringComparison.Ordinal)),
            CultureInfo.InvariantCulture
        );
        return major >= FirstMajor
            ? text
            : throw new EngineException(
                $"{prefix}Wasmtime {text} is too old: {FirstMajor} is the first version whose C API for 64-bit memories this suite knows and was checked with."
            );
    }

    // Six digits fit an int; RegexOptions.ECMAScript keeps \d to ASCII.
    [GeneratedRegex(
        @"\A(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}\z",
        RegexOptions.ECMAScript,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
