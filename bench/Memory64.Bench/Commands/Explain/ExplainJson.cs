using System.Text.Json;

namespace Memory64.Bench.Commands.Explain;

/// <summary>Writes loops for other programs.</summary>
internal static class ExplainJson
{
    /// <summary>How all of it is written.</summary>
    internal static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>
    /// The loops as a JSON array, indented, ended by \n: <c>engine</c> (of C#, the one beside which it is shown), <c>memory</c>
    /// (memory64, memory32, native), <c>operations</c> that an iteration makes, <c>bytes</c> and <c>instructions</c> of the loop,
    /// <c>kinds</c> (how many instructions of each), <c>hash</c>.
    /// </summary>
    public static string Write(IEnumerable<ExplainedLoop> loops) =>
        JsonSerializer.Serialize(loops.Select(Item), Options) + "\n";

    /// <summary>One loop.</summary>
    internal static object Item(ExplainedLoop loop) =>
        new
        {
            engine = loop.Engine,
            memory = loop.Memory,
            operations = loop.Found.Operations,
            bytes = loop.Found.Code.Bytes,
            instructions = loop.Found.Code.Instructions.Count,
            kinds = loop.Found.Kinds,
            hash = loop.Found.Code.Hash,
        };
}
