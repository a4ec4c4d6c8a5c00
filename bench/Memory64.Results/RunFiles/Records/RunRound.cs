using System.Text.Json.Serialization;
using Memory64.Results.RunFiles.Json;
using Memory64.Results.Statistics;

namespace Memory64.Results.RunFiles.Records;

/// <summary>One process that measured one case once: the independent sample.</summary>
public sealed record RunRound
{
    /// <summary>
    /// The shortest and the longest time that is believed, in nanoseconds: a billionth of one, and 31 years. Inside,
    /// no sum, difference or ratio of two times leaves the range of a double.
    /// </summary>
    internal const double ShortestTime = 1e-9,
        LongestTime = 1e18;

    /// <summary>Nanoseconds for one operation, one value an iteration; at least one, each finite and above 0.</summary>
    [JsonConverter(typeof(OneLineNumbersConverter))]
    public required IReadOnlyList<double> Iterations { get; init; }

    /// <summary>The value of the round: the median of its iterations.</summary>
    [JsonIgnore]
    public double Value => RoundStatistics.Median(Iterations);

    /// <summary>The process's largest resident size in bytes; 0 where that is not known.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Page faults served without the disk; 0 or more.</summary>
    public required long MinorFaults { get; init; }

    /// <summary>Page faults served from the disk; 0 or more.</summary>
    public required long MajorFaults { get; init; }

    /// <summary>
    /// What else the round found out, by name, such as <c>codeBytes</c>; each finite. Optional in the file, where absent means
    /// empty.
    /// </summary>
    public OrderedDictionary<string, double> Metrics { get; init; } = [];
}
