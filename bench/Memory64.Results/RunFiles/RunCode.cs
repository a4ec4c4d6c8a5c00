namespace Memory64.Results.RunFiles;

/// <summary>The machine code of the loop that a case times.</summary>
public sealed record RunCode
{
    /// <summary>The guest's export, or the C# method; not empty.</summary>
    public required string Function { get; init; }

    /// <summary>What it was compiled for: x64 or arm64.</summary>
    public required string Architecture { get; init; }

    /// <summary>Operations that one iteration of the loop makes; 1 or more.</summary>
    public required int Operations { get; init; }

    /// <summary>Bytes of the loop's instructions.</summary>
    public required int Bytes { get; init; }

    /// <summary>How many instructions of each kind the loop has: load, store, check, address, loop, spill, call, other.</summary>
    public required OrderedDictionary<string, int> Instructions { get; init; }

    /// <summary>16 hexadecimal digits; two loops with the same are the same work.</summary>
    public required string Hash { get; init; }
}
