using System.Text.Json.Serialization;

namespace Memory64.Bench.Harness.Measured;

/// <summary>What a round says of a case, besides its level.</summary>
public sealed record RoundOutcome
{
    /// <summary>Most bytes that were resident at one time, from the case's setup to the end of its iterations.</summary>
    public long ResidentBytes { get; init; }

    /// <summary>Page faults without input or output during all iterations, the warm-up included.</summary>
    public long MinorFaults { get; init; }

    /// <summary>Page faults that read from a disk, likewise.</summary>
    public long MajorFaults { get; init; }

    /// <summary>What else the round found out, by name; <see langword="null"/> where nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>The duels that it fought, <see langword="null"/> where none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DuelOutcome>? Duels { get; init; }

    /// <summary>Why the round failed, in one line; <see langword="null"/> where it didn't.</summary>
    public string? Failure { get; init; }
}
