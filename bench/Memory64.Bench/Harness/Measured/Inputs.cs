namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// What cases are given from outside: a value, made once the command line is read. It makes the catalog of cases, and reaches
/// measured processes with what they are told.
/// </summary>
public sealed record Inputs
{
    /// <summary>Nothing given.</summary>
    public static Inputs None { get; } = new();

    /// <summary>What the user gave rooms, by names that they chose; only the room that did knows what a text means.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Absolute paths of files that the host holds for rounds, by the name of what they hold.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
