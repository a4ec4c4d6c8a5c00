using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>The machine code of the loop that a case times, as the engine compiled it.</summary>
public sealed record RunCode
{
    /// <summary>The guest's export that has the loop, or the C# method of a control; not empty.</summary>
    public required string Function { get; init; }

    /// <summary>What the code is for: x64 or arm64.</summary>
    public required string Architecture { get; init; }

    /// <summary>How many operations (accesses) an iteration of the loop makes; 1 or more.</summary>
    public required int Operations { get; init; }

    /// <summary>Bytes of the loop's instructions; 1 or more.</summary>
    public required int Bytes { get; init; }

    /// <summary>How many instructions of the loop are of a kind, by the words of <see cref="CodeKind"/>; each 0 or more.</summary>
    public required OrderedDictionary<string, int> Instructions { get; init; }

    /// <summary>16 hexadecimal digits; loops that do the same work by the same code have the same.</summary>
    public required string Hash { get; init; }

    /// <summary>All instructions of the loop.</summary>
    [JsonIgnore]
    public long Count => Instructions.Values.Sum(count => (long)count);

    /// <summary>Instructions for one operation.</summary>
    [JsonIgnore]
    public double CountPerOperation => (double)Count / Operations;

    /// <summary>Those of them that are the bounds check.</summary>
    [JsonIgnore]
    public double CheckPerOperation =>
        (double)Instructions.GetValueOrDefault(CodeKind.Check) / Operations;

    /// <summary>Whether another loop does the same work by the same code.</summary>
    /// <param name="other">The other.</param>
    public bool IsSameAs(RunCode other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Architecture, Operations) == (other.Architecture, other.Operations)
            && string.Equals(Hash, other.Hash, StringComparison.OrdinalIgnoreCase);
    }
}
