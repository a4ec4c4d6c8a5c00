using System.Globalization;
using System.Text.RegularExpressions;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// What a page has: a line for each heading of level 2, with those of level 3 behind it, all of them links. Anchors are as GitHub makes
/// them of headings: lower case, hyphens for spaces, punctuation gone, and a number behind what has been there before.
/// </summary>
internal sealed partial class PageContents
{
    private readonly Dictionary<string, int> _anchors = [];
    private readonly List<(string Link, List<string> Below)> _parts = [];

    /// <summary>Takes a heading up, in the page's order.</summary>
    /// <param name="level">1 to 6; only 2 and 3 are listed.</param>
    /// <param name="title">As readers see it.</param>
    public void Add(int level, string title)
    {
        var plain = Punctuation().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');
        var before = _anchors.GetValueOrDefault(plain);
        _anchors[plain] = before + 1;
        var anchor =
            before == 0 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}-{before}");
        var link = $"[{MarkdownWriter.Escape(title)}](#{anchor})";
        if (level == 2)
        {
            _parts.Add((link, []));
        }
        else if (level == 3 && _parts.Count > 0)
        {
            _parts[^1].Below.Add(link);
        }
    }

    /// <summary>The list, in Markdown.</summary>
    public override string ToString() =>
        string.Concat(
            _parts.Select(part =>
                part.Below.Count == 0
                    ? $"- {part.Link}\n"
                    : $"- {part.Link}: {string.Join(", ", part.Below)}\n"
            )
        );

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Punctuation();
}
