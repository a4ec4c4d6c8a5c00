using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes points in time to the minute, in UTC, such as 2026-11-23 10:00 UTC.</summary>
public static class MinuteText
{
    /// <summary>Formats a point in time.</summary>
    /// <param name="time">The time, of any offset.</param>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
