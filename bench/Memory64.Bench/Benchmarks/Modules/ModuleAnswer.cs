using System.Text;
using Memory64.Bench.Harness;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>What a call of a module gave: all sides must give the same.</summary>
/// <param name="Results">What it returned, as it is written; empty where nothing.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record ModuleAnswer(string Results, byte[] Output)
{
    // FNV-1a of 64 bits, http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong HashStart = 14_695_981_039_346_656_037,
        HashPrime = 1_099_511_628_211;

    private const int ShownCharacters = 60;

    /// <summary>A hash of both.</summary>
    public ulong Hash =>
        Encoding
            .UTF8.GetBytes(Results)
            .Append((byte)0)
            .Concat(Output)
            .Aggregate(HashStart, (hash, next) => (hash ^ next) * HashPrime);

    /// <summary>How it differs from what was expected, in words; <see langword="null"/> where it doesn't.</summary>
    /// <param name="expected">Another answer.</param>
    public string? DifferenceFrom(ModuleAnswer expected) =>
        Results != expected.Results
            ? $"returns {Results}, not {expected.Results}"
            : OutputDifference(Output, expected.Output);

    /// <summary>Passes where the call has answered so again.</summary>
    /// <param name="first">The first answer.</param>
    /// <param name="call">The call, for the message.</param>
    /// <param name="isFresh">Whether each call has an instance of its own.</param>
    /// <exception cref="MeasurementException">It hasn't.</exception>
    public void RequireEqual(ModuleAnswer first, string call, bool isFresh)
    {
        if (DifferenceFrom(first) is { } difference)
        {
            throw new MeasurementException(
                $"{call} does not answer alike each time: it {difference}{(isFresh ? "" : "; --fresh calls it in a new instance each time")}"
            );
        }
    }

    /// <summary>Passes where it returns what is expected, or nothing is.</summary>
    /// <param name="request">May say what is expected.</param>
    /// <param name="call">The call, for the message.</param>
    /// <exception cref="MeasurementException">It returns something else.</exception>
    public void RequireResults(ModuleRequest request, string call)
    {
        if (request.Expect is { } results && Results != results)
        {
            throw new MeasurementException($"{call} returns {Results}, not {results}");
        }
    }

    /// <summary>Where what was written differs from what is expected; <see langword="null"/> where it doesn't.</summary>
    /// <param name="output">What was written.</param>
    /// <param name="expected">What is expected; line ends at its end don't count.</param>
    public static string? OutputDifference(ReadOnlySpan<byte> output, ReadOnlySpan<byte> expected)
    {
        output = output.TrimEnd("\r\n"u8);
        expected = expected.TrimEnd("\r\n"u8);
        if (output.SequenceEqual(expected))
        {
            return null;
        }

        var same = output.CommonPrefixLength(expected);
        return $"writes {Shown(output, same)} at byte {same} of its output, not {Shown(expected, same)}";
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (Results.Length, Output.Length) switch
        {
            (0, 0) => "nothing",
            (_, 0) => Results,
            (0, _) => Shown(Output, 0),
            _ => $"{Results} and {Shown(Output, 0)}",
        };

    private static string Shown(ReadOnlySpan<byte> bytes, int from)
    {
        var rest = bytes[from..];
        var text = Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, ShownCharacters)]);
        return rest.IsEmpty
            ? "nothing more"
            : $"\"{string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))}\"{(rest.Length > ShownCharacters ? "..." : "")}";
    }
}
