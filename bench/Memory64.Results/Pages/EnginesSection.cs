using System.Text.RegularExpressions;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that sets engines of different makers side by side, on the machine that its first marker names.</summary>
internal static partial class EnginesSection
{
    private const string End = "<!-- end of engines -->";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.Replace(
            page,
            Marker(),
            End,
            marker => Render(marker.Groups["machine"].Value, machines)
        );

    private static string Render(string name, IReadOnlyList<MachineSummary> machines)
    {
        var machine = machines.FirstOrDefault(one => one.Folder == name);
        return machine?.EnginesReport is not { } report
            ? $"{MarkdownWriter.Escape($"No two engines of {name} have been recorded yet.")}\n"
            : report
                .AddTo(new PageBuilder())
                .Paragraph(
                    MarkdownWriter.Escape(
                        $"Measured on {machine.Machine.Cpu}, {machine.Machine.LogicalCores} cores."
                    )
                )
                .ToString();
    }

    [GeneratedRegex(
        "<!-- engines of (?<machine>[^ :]+): written by [^>]* -->",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Marker();
}
