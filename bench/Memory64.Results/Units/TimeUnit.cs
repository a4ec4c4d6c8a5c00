using System.Text.Json.Serialization;

namespace Memory64.Results.Units;

/// <summary>A unit of time as run files spell it.</summary>
public enum TimeUnit
{
    /// <summary>10^-9 seconds.</summary>
    [JsonStringEnumMemberName("ns")]
    Nanosecond,

    /// <summary>10^-6 seconds; shown as µs.</summary>
    [JsonStringEnumMemberName("us")]
    Microsecond,

    /// <summary>10^-3 seconds.</summary>
    [JsonStringEnumMemberName("ms")]
    Millisecond,

    /// <summary>One second.</summary>
    [JsonStringEnumMemberName("s")]
    Second,
}
