using System.IO.Enumeration;

namespace Memory64.Bench.Harness.Cases;

/// <summary>Finds cases by what a user writes: an id, with whatever white space and in whatever order of its parameters, or a glob.</summary>
internal static class CaseSearch
{
    /// <summary>Whether a text means a case.</summary>
    public static bool Means(string text, string id) =>
        FileSystemName.MatchesSimpleExpression(text, id)
        || FileSystemName.MatchesSimpleExpression(Normal(text), Normal(id));

    /// <summary>What a user may have meant by a text that means none: "; the nearest is X", or nothing.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="cases">What there is to mean.</param>
    public static string Hint(string text, IEnumerable<Case> cases)
    {
        var (name, parameters) = Parts(text);
        var nearest = cases
            .Select(measured =>
                (measured.Id, Name: $"{measured.Benchmark}.{measured.Method}", measured.Method)
            )
            .Where(candidate =>
                name.Equals(candidate.Name, StringComparison.OrdinalIgnoreCase)
                || name.Equals(candidate.Method, StringComparison.OrdinalIgnoreCase)
            )
            .Select(candidate =>
                (candidate.Id, Off: Unlike(parameters, Parts(candidate.Id).Parameters))
            )
            .OrderBy(candidate => candidate.Off)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Id is null ? "" : $"; the nearest is {nearest.Id}";
    }

    // Without white space, the parameters in the order of the alphabet.
    private static string Normal(string text)
    {
        var (name, parameters) = Parts(text);
        return parameters.Count == 0
            ? name
            : $"{name}({string.Join(',', parameters.Order(StringComparer.Ordinal))})";
    }

    private static (string Name, IReadOnlyList<string> Parameters) Parts(string text)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var open = bare.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || bare[^1] != ')'
            ? (bare, [])
            : (bare[..open], bare[(open + 1)..^1].Split(','));
    }

    // How many parameters of either side the other doesn't have, whatever the letter case.
    private static int Unlike(IReadOnlyList<string> wanted, IReadOnlyList<string> had) =>
        wanted
            .Except(had, StringComparer.OrdinalIgnoreCase)
            .Concat(had.Except(wanted, StringComparer.OrdinalIgnoreCase))
            .Count();
}
