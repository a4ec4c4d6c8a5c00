using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>By which clock the ratios of a duel's round were taken.</summary>
public enum DuelClock
{
    /// <summary>The time that passed.</summary>
    [JsonStringEnumMemberName("wall")]
    Wall,

    /// <summary>The processor time of the thread that was measured: what the system gives to others doesn't count.</summary>
    [JsonStringEnumMemberName("thread")]
    Thread,
}
