using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that answers each question of a reader in a line, by the machine that its first marker names.</summary>
internal static class QuestionsSection
{
    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="machines">All machines.</param>
    /// <param name="book">How it asks for versions and makers.</param>
    public static string Replace(
        string page,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    ) =>
        MarkedSection.ReplaceOfMachine(
            page,
            "questions",
            machines,
            "Nothing has been recorded on",
            machine =>
                new PageBuilder().Paragraph(
                    string.Join(
                        '\n',
                        Lines(machine, book)
                            .Select(each =>
                                $"- **{each.Asked}** {MarkdownWriter.Escape(char.ToUpperInvariant(each.Text[0]) + each.Text[1..])}. {each.Link}"
                            )
                    )
                )
        );

    private static IEnumerable<(string Asked, string Text, string Link)> Lines(
        MachineSummary machine,
        SuiteBook book
    )
    {
        foreach (var answer in machine.Answers)
        {
            if (answer is { Plan.Front: { } front, FrontText: { } text })
            {
                yield return (front.Asked, text, front.Link);
            }
        }

        if (
            book.VersionsQuestion is { } version
            && machine.Versions is [{ Newer: var newest, Older: var supported }, ..]
        )
        {
            yield return (
                version.Asked,
                string.Format(
                    CultureInfo.InvariantCulture,
                    version.Text,
                    newest,
                    supported,
                    Counts(machine.Versions)
                ),
                version.Link
            );
        }

        if (
            book.MakersQuestion is { } maker
            && machine.EnginesReport is { Brief: { Length: > 0 } brief }
        )
        {
            yield return (
                maker.Asked,
                string.Format(CultureInfo.InvariantCulture, maker.Text, brief),
                maker.Link
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
