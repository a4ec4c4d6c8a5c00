using System.Text.Json.Serialization;
using Memory64.Results.RunFiles.Json;

namespace Memory64.Results.RunFiles.Records;

/// <summary>Which run it was: when it was started, what measured, and on what.</summary>
public sealed record RunStart
{
    /// <summary>When the run was started; stored in UTC.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public required DateTimeOffset Started { get; init; }

    /// <summary>Its profile: smoke, standard or full.</summary>
    public required string Profile { get; init; }

    /// <summary>What measured.</summary>
    public required RunSuite Suite { get; init; }

    /// <summary>
    /// The machine as that run saw it, such as its kernel then; null in files of schema 1, which kept the latest run's only.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunMachine? Machine { get; init; }
}
