namespace Memory64.Results.Book;

/// <summary>A page of its own for a class whose cases are many programs: a row a program, and a mean over all.</summary>
public sealed record ProgramsPlan
{
    /// <summary>Name of the page and of its chart, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>The page's heading.</summary>
    public required string Title { get; init; }

    /// <summary>What is measured, and what the ratios mean: a paragraph.</summary>
    public required string Note { get; init; }

    /// <summary>The parameter whose values are the programs.</summary>
    public required string Program { get; init; }

    /// <summary>The ratios of each program; the first one is the page's subject.</summary>
    public required IReadOnlyList<ProgramRatio> Ratios { get; init; }
}
