namespace Memory64.Bench.Harness.Records;

/// <summary>In what two records of one type differ.</summary>
internal static class RecordDifference
{
    /// <summary>The first property that differs, with both values, in words; <see langword="null"/> where none does.</summary>
    /// <param name="what">What the record is of, such as machine.</param>
    /// <param name="then">The record that was written.</param>
    /// <param name="now">The record of today.</param>
    public static string? Find<T>(string what, T then, T now)
    {
        var property = typeof(T)
            .GetProperties()
            .FirstOrDefault(property => !Equals(property.GetValue(then), property.GetValue(now)));
        return property is null
            ? null
            : $"the {what}'s {property.Name} was {property.GetValue(then) ?? "unknown"}, now {property.GetValue(now) ?? "unknown"}";
    }
}
