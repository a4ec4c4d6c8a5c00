using System.Text.Json;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Book;

/// <summary>Which cases are meant: by a question, a main figure or a chart.</summary>
/// <param name="Benchmark">The benchmark class.</param>
/// <param name="Method">The benchmark method.</param>
/// <param name="Fixed">Parameters with the value they must have; the others are free.</param>
public sealed record CasePattern(
    string Benchmark,
    string Method,
    params IReadOnlyList<KeyValuePair<string, string>> Fixed
)
{
    /// <summary>Whether a case is meant.</summary>
    /// <param name="name">The case.</param>
    public bool Matches(CaseName name) =>
        name.Benchmark == Benchmark
        && name.Method == Method
        && Fixed.All(p => name.Parameters.TryGetValue(p.Key, out var value) && value == p.Value);

    /// <summary>
    /// The free parameters of a case that matches with their values, in the order of their names, as one text: cases of
    /// the two sides for which it is the same are a pair.
    /// </summary>
    /// <param name="name">The case.</param>
    public string Free(CaseName name) =>
        JsonSerializer.Serialize(
            name.Parameters.Where(p => Fixed.All(f => f.Key != p.Key))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
        );
}
