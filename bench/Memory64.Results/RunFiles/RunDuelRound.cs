using System.Text.Json.Serialization;
using Memory64.Results.Statistics;

namespace Memory64.Results.RunFiles;

/// <summary>What one process found out in a duel: one independent sample of the ratio.</summary>
public sealed record RunDuelRound
{
    /// <summary>The case over its opponent, an entry an exchange of one slice each; at least one, each finite and above 0.</summary>
    [JsonConverter(typeof(OneLineNumbersConverter))]
    public required IReadOnlyList<double> Ratios { get; init; }

    /// <summary>The median of the case's slices, in nanoseconds for one operation; above 0.</summary>
    public required double Subject { get; init; }

    /// <summary>The median of the opponent's slices, likewise.</summary>
    public required double Opponent { get; init; }

    /// <summary>The value of the round: the median of its ratios.</summary>
    [JsonIgnore]
    public double Value => RoundStatistics.Median(Ratios);
}
