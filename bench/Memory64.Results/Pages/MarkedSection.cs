using System.Text.RegularExpressions;

namespace Memory64.Results.Pages;

/// <summary>A part of a page between two markers that is written anew; all around it is left as it is.</summary>
internal static partial class MarkedSection
{
    /// <summary>The line before which a section ends.</summary>
    /// <param name="what">What it is of, such as answers.</param>
    public static string End(string what) => $"<!-- end of {what} -->";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="what">What it is of, as its markers say.</param>
    /// <param name="render">Makes its text, which ends with \n.</param>
    public static string Replace(string page, string what, Func<string> render) =>
        Replace(page, what, isOfMachine: false, _ => render());

    /// <summary>The page with a new section of the machine that its first marker names; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="what">What it is of, as its markers say.</param>
    /// <param name="render">Makes its text, which ends with \n, of the machine's name.</param>
    public static string ReplaceOfMachine(string page, string what, Func<string, string> render) =>
        Replace(page, what, isOfMachine: true, render);

    private static string Replace(
        string page,
        string what,
        bool isOfMachine,
        Func<string, string> render
    )
    {
        var marker = Marker()
            .Matches(page)
            .FirstOrDefault(m =>
                m.Groups["what"].Value == what && m.Groups["machine"].Success == isOfMachine
            );
        if (marker is null)
        {
            return page;
        }

        var start = marker.Index + marker.Length;
        var stop = page.IndexOf(End(what), StringComparison.Ordinal);
        return stop < start
            ? page
            : $"{page[..start]}\n\n{render(marker.Groups["machine"].Value)}\n{page[stop..]}";
    }

    [GeneratedRegex(
        "<!-- (?<what>[a-z]+)( of (?<machine>[^ :]+))?: written by [^>]* -->",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Marker();
}
