using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Bench.Harness.Measured;

/// <summary>What a measured process says of its round, besides the times that BenchmarkDotNet takes.</summary>
public sealed record RoundOutcome
{
    /// <summary>How its line begins; BenchmarkDotNet takes lines that begin with <c>//</c> for comments.</summary>
    public const string Prefix = "// memory64: ";

    /// <summary>Most bytes that were resident at one time, from the start of the process to the end of its iterations.</summary>
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

    /// <summary>
    /// The last outcome among the lines of a process's standard output, or <see langword="null"/>; also where that line is
    /// torn, because the process was killed while it wrote.
    /// </summary>
    public static RoundOutcome? Find(IEnumerable<string> lines)
    {
        if (
            lines.LastOrDefault(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            is not { } last
        )
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(
                last[Prefix.Length..],
                MeasuredJson.Default.RoundOutcome
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
