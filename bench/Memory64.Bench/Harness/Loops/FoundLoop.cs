using Memory64.Code;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Loops;

/// <summary>The machine code of the loop that a case times.</summary>
/// <param name="Function">The guest's export, or the C# method.</param>
/// <param name="Architecture">What it was compiled for.</param>
/// <param name="Operations">Operations that one iteration makes; 1 or more.</param>
/// <param name="Code">The loop.</param>
public sealed record FoundLoop(
    string Function,
    CodeArchitecture Architecture,
    int Operations,
    CodeLoop Code
)
{
    /// <summary>How many instructions of each kind it has, kinds in lower case; all of them, in the order of their declaration.</summary>
    public OrderedDictionary<string, int> Kinds { get; } =
        new(
            Enum.GetValues<InstructionKind>()
                .Select(kind => KeyValuePair.Create(NameOf(kind), Code.Count(kind))),
            StringComparer.Ordinal
        );

    /// <summary>What a kind is called in run files and tables.</summary>
    public static string NameOf(InstructionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The loop as run files keep it.</summary>
    public RunCode ToRecord() =>
        new()
        {
            Function = Function,
            Architecture = Architecture.ToString().ToLowerInvariant(),
            Operations = Operations,
            Bytes = Code.Bytes,
            Instructions = Kinds,
            Hash = Code.Hash,
        };
}
