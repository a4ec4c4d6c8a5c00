using System.Text.RegularExpressions;
using Memory64.Bench.Harness;
using Xunit;

namespace Memory64.Bench.Tests;

/// <summary>What the project's pages link to is there, headings included.</summary>
public sealed partial class DocumentLinkTests
{
    // Seen from README's page on GitHub, whoever owns the repository.
    private const string Workflows = "../../actions/workflows/";

    public static TheoryData<string> Pages =>
        [
            .. Directory
                .EnumerateFiles(Repository.Root, "*.md")
                .Concat(
                    new[] { "docs", "guest", "results" }.SelectMany(folder =>
                        Directory.EnumerateFiles(
                            Path.Combine(Repository.Root, folder),
                            "*.md",
                            SearchOption.AllDirectories
                        )
                    )
                )
                .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Where(path => !path.Contains("node_modules/", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var path = Path.Combine(Repository.Root, page);
        Assert.All(
            Link().Matches(File.ReadAllText(path)).Select(match => match.Groups["target"].Value),
            target => Assert.True(Leads(path, target), target)
        );
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_found()
    {
        var readme = Path.Combine(Repository.Root, "README.md");
        Assert.False(Leads(readme, "docs/no-such-page.md"));
        Assert.False(Leads(readme, "docs/method.md#no-such-heading"));
        Assert.True(Leads(readme, "docs/method.md#from-rounds-to-a-verdict"));
        Assert.True(Leads(readme, "#run-it"));
        Assert.True(Leads(readme, $"{Workflows}ci.yml/badge.svg"));
        Assert.False(Leads(readme, $"{Workflows}no-such-workflow.yml"));
    }

    private static bool Leads(string page, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        if (target.StartsWith(Workflows, StringComparison.Ordinal))
        {
            var workflow = target[Workflows.Length..].Split('/')[0];
            return File.Exists(Path.Combine(Repository.Root, ".github/workflows", workflow));
        }

        var parts = Uri.UnescapeDataString(target).Split('#');
        var path =
            parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        return parts.Length == 1
            ? Path.Exists(path)
            : File.Exists(path) && Anchors(File.ReadAllText(path)).Contains(parts[1]);
    }

    // As GitHub makes them: lower case, spaces to hyphens, punctuation gone, a number behind what has been there before.
    private static HashSet<string> Anchors(string markdown) =>
        [
            .. Heading()
                .Matches(markdown)
                .Select(match =>
                    Punctuation()
                        .Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "")
                        .Replace(' ', '-')
                )
                .GroupBy(anchor => anchor)
                .SelectMany(same =>
                    same.Select((anchor, index) => index == 0 ? anchor : $"{anchor}-{index}")
                ),
        ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        "^#+ (?<text>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex Punctuation();
}
