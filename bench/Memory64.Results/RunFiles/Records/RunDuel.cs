using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>
/// A case measured against another, both alive in one process, in turns: what that says of their ratio doesn't depend on what
/// the machine did meanwhile.
/// </summary>
public sealed record RunDuel
{
    /// <summary>The opponent's engine; null where it is the case's own. Optional in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunEngine? Engine { get; init; }

    /// <summary>The id of the opponent's case; not empty. Of the case itself on its own engine it must be equal.</summary>
    public required string Case { get; init; }

    /// <summary>Why the two could not be in one process; null where they were. Optional in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The rounds; none where there is a reason.</summary>
    public required IReadOnlyList<RunDuelRound> Rounds { get; init; }

    /// <summary>The ratio of each round: the case over its opponent.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Values => [.. Rounds.Select(round => round.Value)];
}
