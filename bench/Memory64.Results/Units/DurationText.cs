using System.Globalization;

namespace Memory64.Results.Units;

/// <summary>Writes durations that a person chose, such as 10 min or 90 s.</summary>
public static class DurationText
{
    /// <summary>Formats a duration in minutes where they are whole ones, else in seconds.</summary>
    /// <param name="duration">0 or more.</param>
    public static string Format(TimeSpan duration) =>
        duration.TotalMinutes >= 1 && duration.TotalSeconds % 60 == 0
            ? $"{CountText.Format(duration.TotalMinutes)} min"
            : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#} s");
}
