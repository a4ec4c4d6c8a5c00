using System.Globalization;
using System.Text.RegularExpressions;

namespace Memory64.Code.Printed;

/// <summary>Reads what V8 prints of WebAssembly that it has compiled (<c>--print-wasm-code</c>).</summary>
/// <remarks>
/// A function begins with its number (<c>index: 13</c>) and compiler; each instruction is a line: address, offset, bytes, text. On arm64
/// the bytes are one word of 32 bits.
/// </remarks>
internal static partial class PrintedCode
{
    private const string Optimized = "TurboFan";

    /// <summary>The functions that the optimizing compiler made, by their numbers; the last where one was printed twice.</summary>
    /// <param name="printed">All that was printed.</param>
    /// <param name="architecture">What the code is for.</param>
    internal static Dictionary<uint, PrintedFunction> Functions(
        string printed,
        CodeArchitecture architecture
    )
    {
        var functions = new Dictionary<uint, (ulong Start, List<byte> Code)>();
        uint? index = null;
        var code = new List<byte>();
        ulong start = 0;
        foreach (var line in printed.Split('\n'))
        {
            if (Number().Match(line) is { Success: true } number)
            {
                index = uint.Parse(number.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
                code = [];
            }
            else if (Compiler().Match(line) is { Success: true } compiler)
            {
                index = compiler.Groups["name"].Value == Optimized ? index : null;
            }
            else if (index is { } known && Instruction().Match(line) is { Success: true } match)
            {
                if (code.Count == 0)
                {
                    start = ulong.Parse(match.Groups["address"].ValueSpan, NumberStyles.HexNumber);
                }

                var bytes = Convert.FromHexString(match.Groups["bytes"].ValueSpan);
                if (architecture == CodeArchitecture.Arm64)
                {
                    Array.Reverse(bytes);
                }

                code.AddRange(bytes);
                functions[known] = (start, code);
            }
        }

        return functions.ToDictionary(
            function => function.Key,
            function => new PrintedFunction(function.Value.Start, [.. function.Value.Code])
        );
    }

    [GeneratedRegex(
        @"\Aindex: (?<number>\d+)\s*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\Acompiler: (?<name>\S+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Compiler();

    [GeneratedRegex(
        @"\A0x(?<address>[0-9a-f]+)\s+[0-9a-f]+\s+(?<bytes>([0-9a-f]{2})+)\s",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Instruction();
}
