using System.Text.Json.Serialization;

namespace Memory64.Results.Relations;

/// <summary>What a ratio comes from.</summary>
public enum Evidence
{
    /// <summary>Both sides were measured in turns in one process: the ratio is what was measured.</summary>
    [JsonStringEnumMemberName("duels")]
    Duels,

    /// <summary>Each side was measured in processes of its own, which met the machine at different times.</summary>
    [JsonStringEnumMemberName("levels")]
    Levels,
}
