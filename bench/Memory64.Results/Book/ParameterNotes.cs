namespace Memory64.Results.Book;

/// <summary>What the values of a parameter mean, for readers of results who don't read the source.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Notes">A sentence by value.</param>
public sealed record ParameterNotes(string Parameter, IReadOnlyDictionary<string, string> Notes)
{
    /// <summary>How a program in .NET gets it, by value; none by default.</summary>
    public IReadOnlyDictionary<string, string> InDotNet { get; init; } =
        new Dictionary<string, string>();
}
