using System.Text.RegularExpressions;

namespace Memory64.Results.Pages;

/// <summary>A part of a page between two markers that is written anew; all around it is left as it is.</summary>
internal static class MarkedSection
{
    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="begin">Finds the line after which it begins.</param>
    /// <param name="end">The line before which it ends.</param>
    /// <param name="render">Makes its text, which ends with \n, of what the first marker says.</param>
    public static string Replace(string page, Regex begin, string end, Func<Match, string> render)
    {
        var marker = begin.Match(page);
        var start = marker.Index + marker.Length;
        var stop = page.IndexOf(end, StringComparison.Ordinal);
        return !marker.Success || stop < start
            ? page
            : $"{page[..start]}\n\n{render(marker)}\n{page[stop..]}";
    }
}
