namespace Memory64.Results.Book;

/// <summary>How the values of a chart are drawn.</summary>
public enum ChartShape
{
    /// <summary>Bars from zero: categories that have no order in time or size.</summary>
    Bars,

    /// <summary>Points joined by lines: categories that grow, such as sizes or versions.</summary>
    Lines,

    /// <summary>Points alone: many categories, whose names are read in a table.</summary>
    Dots,
}
