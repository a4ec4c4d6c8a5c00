using System.Globalization;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that answers each question of a reader in a line, by the machine that its first marker names.</summary>
internal static class QuestionsSection
{
    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    public static string Replace(string page, IReadOnlyList<MachineSummary> machines) =>
        MarkedSection.ReplaceOfMachine(
            page,
            "questions",
            machines,
            "Nothing has been recorded on",
            machine =>
                new PageBuilder().Paragraph(
                    string.Join(
                        '\n',
                        Lines(machine)
                            .Select(each =>
                                $"- **{each.Asked}** {MarkdownWriter.Escape(char.ToUpperInvariant(each.Text[0]) + each.Text[1..])}. {each.Link}"
                            )
                    )
                )
        );

    private static IEnumerable<(string Asked, string Text, string Link)> Lines(
        MachineSummary machine
    )
    {
        foreach (var answer in machine.Answers)
        {
            if (answer is { Plan.Front: { } front, FrontText: { } text })
            {
                yield return (front.Asked, text, front.Link);
            }
        }

        if (machine.Versions is [{ Newer: var newest }, ..])
        {
            yield return (
                "Which version should I take?",
                $"The newest that you can follow. {newest} is {Counts(machine.Versions)}",
                "[Which version](#which-version)"
            );
        }

        if (machine.EnginesReport is { Brief.Length: > 0 } engines)
        {
            yield return (
                "Is it memory64 that costs, or the engine?",
                engines.Brief,
                "[Wasmtime beside V8](#is-it-memory64-that-costs-or-the-engine)"
            );
        }
    }

    private static string Counts(IEnumerable<MainComparison> comparisons) =>
        string.Join(
            "; ",
            comparisons.Select(each =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"slower than {each.Older} in {each.Slower} of {each.Count} headline cases, faster in {each.Faster}"
                )
            )
        );
}
