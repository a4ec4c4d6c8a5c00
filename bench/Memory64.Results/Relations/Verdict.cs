using System.Text.Json.Serialization;

namespace Memory64.Results.Relations;

/// <summary>What may be said of a case that was measured twice; of NEW against BASE.</summary>
public enum Verdict
{
    /// <summary>NEW takes less time, by more than the threshold.</summary>
    [JsonStringEnumMemberName("faster")]
    Faster,

    /// <summary>NEW takes more time, by more than the threshold.</summary>
    [JsonStringEnumMemberName("slower")]
    Slower,

    /// <summary>The two differ by less than the threshold.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>
    /// The rounds scatter too much, or lie too near to the threshold, to say one of the three; but they show how much the two differ
    /// at most: <see cref="Relation.Margin"/>.
    /// </summary>
    [JsonStringEnumMemberName("same-within")]
    SameWithin,

    /// <summary>The rounds show next to nothing: the two may differ by more than a quarter.</summary>
    [JsonStringEnumMemberName("unsure")]
    Unsure,

    /// <summary>There are too few rounds to reach alpha, whatever they say.</summary>
    [JsonStringEnumMemberName("too-few-rounds")]
    TooFewRounds,
}
