using System.Text.RegularExpressions;
using Memory64.Bench.Harness;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Arrows;

/// <summary>Results learn of a benchmark from its page: none of the suite's own words stands in their sources.</summary>
public sealed partial class ResultsWordsTests
{
    // A word of everyday use may mean something else; one with a digit or a capital inside is the suite's own.
    private static readonly HashSet<string> Words =
    [
        .. Catalog
            .All.SelectMany(c =>
                c.Parameters.Select(p => p.Value).Append(c.Benchmark).Append(c.Method)
            )
            .Where(word => OwnWord().IsMatch(word)),
    ];

    [Fact]
    public void Sources_of_results_know_no_class_method_or_value_of_the_suite()
    {
        Assert.Contains("memory64", Words);
        Assert.Contains("BoundaryAccess", Words);
        Assert.Contains("GrowRelocating", Words);
        Assert.Contains("8GiB", Words);

        Assert.Equal("", string.Join('\n', Sources().SelectMany(Found)));
    }

    [Fact]
    public void A_planted_word_is_found() =>
        Assert.Equal(
            ["planted.cs: memory64"],
            Found(("planted.cs", "/// memory32 may be explained\nvar a = \"the memory64 twin\";"))
        );

    private static IEnumerable<(string Name, string Text)> Sources() =>
        Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "bench", "Memory64.Results"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(path =>
                !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            )
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static IEnumerable<string> Found((string Name, string Text) source) =>
        from line in source.Text.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from literal in Literal().Matches(line)
        from word in Word().Matches(literal.Value)
        where Words.Contains(word.Value)
        select $"{source.Name}: {word.Value}";

    [GeneratedRegex(
        @"^[A-Za-z0-9]*(?:[a-z][A-Z0-9]|[0-9][A-Za-z])[A-Za-z0-9]*$",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex OwnWord();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Word();
}
