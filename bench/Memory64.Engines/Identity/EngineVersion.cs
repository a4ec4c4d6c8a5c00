using System.Globalization;
using System.Text.RegularExpressions;

namespace Memory64.Engines.Identity;

/// <summary>Version texts of engines, and the oldest ones that can be measured.</summary>
public static partial class EngineVersion
{
    /// <summary>What a bare library is called that nothing identifies.</summary>
    public const string Unknown = "unknown";

    private const string V8Prefix = "v8@";

    private const int FirstMajor = 24,
        FirstNode = 22;

    /// <summary>Whether <paramref name="text"/> is a version of Wasmtime: three numbers without leading zeros.</summary>
    public static bool IsVersion(string text) => Pattern().IsMatch(text);

    /// <summary>Whether <paramref name="text"/> names a version of any engine: of Wasmtime, or as in "v8@26.10.0".</summary>
    public static bool IsName(string text) => IsVersion(NumbersOf(text));

    /// <summary>Whose version it is; what is none counts as Wasmtime's.</summary>
    public static EngineKind KindOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(V8Prefix, StringComparison.Ordinal)
            ? EngineKind.V8
            : EngineKind.Wasmtime;
    }

    /// <summary>How V8 is named by the version of its Node.js.</summary>
    /// <param name="node">Three numbers.</param>
    internal static string OfNode(string node) => V8Prefix + node;

    /// <summary>The three numbers in a name.</summary>
    internal static string NumbersOf(string name) =>
        KindOf(name) == EngineKind.V8 ? name[V8Prefix.Length..] : name;

    /// <summary>Passes on a version, or a name with one, that is new enough.</summary>
    /// <param name="text">What should be one.</param>
    /// <param name="place">The file that claims it, for messages; null where the user named the version.</param>
    /// <exception cref="EngineException">It is no version, or too old.</exception>
    internal static string Require(string text, string? place = null)
    {
        var prefix = place is null ? "" : $"{place}: ";
        var numbers = NumbersOf(text);
        if (!IsVersion(numbers))
        {
            throw new EngineException(
                KindOf(text) == EngineKind.V8
                    ? $"{prefix}'{text}' names no V8: write the three numbers of its Node.js, as in {V8Prefix}26.10.0."
                    : $"{prefix}'{text}' is no Wasmtime version: write three numbers, as in 36.0.0."
            );
        }

        var major = int.Parse(
            numbers.AsSpan(0, numbers.IndexOf('.', StringComparison.Ordinal)),
            CultureInfo.InvariantCulture
        );
        if (KindOf(text) == EngineKind.V8)
        {
            return major >= FirstNode
                ? text
                : throw new EngineException(
                    $"{prefix}the V8 of Node.js {numbers} is too old: {FirstNode} is the first that takes 64-bit memories above 4 GiB without a flag."
                );
        }

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
