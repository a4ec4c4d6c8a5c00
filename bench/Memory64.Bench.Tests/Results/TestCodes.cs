using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Tests.Results;

/// <summary>Made-up code of loops.</summary>
internal static class TestCodes
{
    /// <summary>A loop of eight reads that checks each with so many instructions.</summary>
    public static RunCode Read(string hash, int check = 3) =>
        Of(
            hash,
            8,
            (CodeKind.Load, 8),
            (CodeKind.Check, 8 * check),
            (CodeKind.Loop, 2),
            (CodeKind.Other, 8)
        );

    /// <summary>A loop of some kinds of instructions; the hash is filled up to its length.</summary>
    public static RunCode Of(
        string hash,
        int operations,
        params (string Kind, int Count)[] instructions
    ) =>
        new()
        {
            Function = "read8",
            Architecture = "x64",
            Operations = operations,
            Bytes = 4 * instructions.Sum(kind => kind.Count),
            Instructions = new(
                instructions.Select(kind => KeyValuePair.Create(kind.Kind, kind.Count))
            ),
            Hash = hash.PadLeft(16, '0'),
        };
}
