namespace Memory64.Results.Book;

/// <summary>A chart that every machine's page shows as far as it was measured.</summary>
public sealed record ChartPlan
{
    /// <summary>Its file name without extension. Plans of one name are one chart: each adds its series.</summary>
    public required string Name { get; init; }

    /// <summary>The heading; one of a single engine gets that engine's name behind it.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the categories are the machine's engines, and each series one case; else the newest engine's cases.</summary>
    public bool IsOverEngines { get; init; }

    /// <summary>How the values are drawn.</summary>
    public required ChartShape Shape { get; init; }

    /// <summary>Whether equal distances are equal ratios; else the axis begins at 0.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>What the categories are.</summary>
    public required string CategoryTitle { get; init; }

    /// <summary>What the values are, without unit.</summary>
    public required string ValueTitle { get; init; }

    /// <summary>What the values are.</summary>
    public required ChartValue Value { get; init; }

    /// <summary>The series, in the order of the legend.</summary>
    public required IReadOnlyList<SeriesPlan> Series { get; init; }

    /// <summary>Whether it stands on the project's README, where there is room for a few only.</summary>
    public bool IsMain { get; init; }
}
