using System.Text.Json.Serialization;
using Memory64.Results.RunFiles.Json;
using Memory64.Results.Statistics;

namespace Memory64.Results.RunFiles.Records;

/// <summary>
/// What one process found out in a duel: one independent sample of the ratio. A round has either <see cref="Ratio"/> and
/// <see cref="Creations"/>, or, before schema 3, <see cref="Ratios"/>.
/// </summary>
public sealed record RunDuelRound
{
    /// <summary>
    /// The case over its opponent, an entry an exchange of one slice each; each finite and above 0. Optional in the file, where absent
    /// means empty: there are too many exchanges since to keep each.
    /// </summary>
    [JsonConverter(typeof(OneLineNumbersConverter))]
    public IReadOnlyList<double> Ratios { get; init; } = [];

    /// <summary>
    /// The median of the ratios of all exchanges; above 0. Null where the ratios themselves are there. Optional in the file.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ratio { get; init; }

    /// <summary>
    /// The exchanges in short, an entry for each time both sides were created anew. Optional in the file, where absent means empty.
    /// </summary>
    [JsonConverter(typeof(OneLineCreationsConverter))]
    public IReadOnlyList<DuelCreation> Creations { get; init; } = [];

    /// <summary>The median of the case's slices, in nanoseconds for one operation by <see cref="Clock"/>; above 0.</summary>
    public required double Subject { get; init; }

    /// <summary>The median of the opponent's slices, likewise.</summary>
    public required double Opponent { get; init; }

    /// <summary>By which clock ratios and times were taken. Optional in the file, where absent means the wall's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DuelClock Clock { get; init; }

    /// <summary>The median ratio by the wall clock; above 0. There where <see cref="Clock"/> is another one, else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? WallRatio { get; init; }

    /// <summary>The value of the round: the median of the ratios of its exchanges.</summary>
    [JsonIgnore]
    public double Value => Ratio ?? RoundStatistics.Median(Ratios);

    /// <summary>How many exchanges there were.</summary>
    [JsonIgnore]
    public int Exchanges =>
        Ratio is null ? Ratios.Count : Creations.Sum(creation => creation.Exchanges);
}
