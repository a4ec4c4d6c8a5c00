using System.Text.RegularExpressions;
using Memory64.Results.Tables;

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

    /// <summary>Likewise, with what one machine has for it and a line that says whose it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="what">What it is of, as its markers say.</param>
    /// <param name="machines">All machines.</param>
    /// <param name="missing">What is said where the machine has nothing for it: "No setting has been measured on".</param>
    /// <param name="build">What it has; <see langword="null"/> for nothing.</param>
    public static string ReplaceOfMachine(
        string page,
        string what,
        IReadOnlyList<MachineSummary> machines,
        string missing,
        Func<MachineSummary, PageBuilder?> build
    ) =>
        ReplaceOfMachine(
            page,
            what,
            name =>
                machines.FirstOrDefault(machine => machine.Folder == name) is { } machine
                && build(machine) is { } built
                    ? built.Paragraph(machine.Source).ToString()
                    : $"{MarkdownWriter.Escape($"{missing} {name} yet.")}\n"
        );

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
