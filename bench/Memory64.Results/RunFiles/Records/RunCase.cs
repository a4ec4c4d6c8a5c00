using System.Text.Json.Serialization;
using Memory64.Results.Units;

namespace Memory64.Results.RunFiles.Records;

/// <summary>A benchmark method with its parameters, and what was measured of it.</summary>
public sealed record RunCase
{
    /// <summary>The case's name, such as <c>MemoryInstantiation.Instantiate(Size=8GiB)</c>; not empty, once in a file.</summary>
    public required string Id { get; init; }

    /// <summary>The benchmark class; not empty.</summary>
    public required string Benchmark { get; init; }

    /// <summary>The benchmark method; not empty.</summary>
    public required string Method { get; init; }

    /// <summary>The parameters by name, in the order in which they are to be read.</summary>
    public required OrderedDictionary<string, string> Parameters { get; init; }

    /// <summary>The unit in which the case is meant to be shown. The stored times are nanoseconds whatever it says.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>How many operations (accesses) one invocation did; 1 or more. Stored times are for one of them.</summary>
    public required long Operations { get; init; }

    /// <summary>Bytes that one operation moves; 0 where throughput means nothing.</summary>
    public required long Bytes { get; init; }

    /// <summary>The guest that ran; null where none did, as in a control that makes system calls only.</summary>
    public required RunGuest? Guest { get; init; }

    /// <summary>The file of the user's that the case read; null where all that it read was the suite's own. Optional in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunInput? Input { get; init; }

    /// <summary>The engine's settings that differ from its defaults, by name.</summary>
    public required OrderedDictionary<string, string> Settings { get; init; }

    /// <summary>What became of the case.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Why the case was skipped or failed; then not empty. A measured case may carry a remark here.</summary>
    public required string? Reason { get; init; }

    /// <summary>The rounds; at least one in a measured case.</summary>
    public required IReadOnlyList<RunRound> Rounds { get; init; }

    /// <summary>
    /// What the case is compared with: label (memory32, native, system calls) to case id. Optional in the file, where
    /// absent means empty. The named case may be missing from the file; it is never the case itself.
    /// </summary>
    public OrderedDictionary<string, string> Controls { get; init; } = [];

    /// <summary>What the case was measured against, in its own processes. Optional in the file, where absent means empty.</summary>
    public IReadOnlyList<RunDuel> Duels { get; init; } = [];

    /// <summary>The run that measured the case; null where it was the latest of the file. Optional in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunStart? Earlier { get; init; }

    /// <summary>
    /// The machine code of the loop that the case times; null where it times none, or where it wasn't read. Optional in the file.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunCode? Code { get; init; }

    /// <summary>What the case is.</summary>
    [JsonIgnore]
    public CaseName Name => new(Benchmark, Method, Parameters);

    /// <summary>The value of each round, in nanoseconds for one operation.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Values => [.. Rounds.Select(round => round.Value)];

    /// <summary>
    /// Whether another case of the file was measured in the same run. Only then were their rounds interleaved: else a ratio
    /// of the two holds what the machine or the suite did differently in between.
    /// </summary>
    /// <param name="other">A case of the same file.</param>
    public bool IsOfRunOf(RunCase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Earlier?.Started == other.Earlier?.Started;
    }
}
