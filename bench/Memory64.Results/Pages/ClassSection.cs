using Memory64.Results.Book;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that says what each benchmark class asks, between two markers; all around it is left as it is.</summary>
internal static class ClassSection
{
    private const string Begin = $"<!-- classes: written by {PublishLine.Text} -->";

    private const string End = "<!-- end of classes -->";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="book">Says it, class by class.</param>
    public static string Replace(string page, SuiteBook book)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < Begin.Length || end < begin
            ? page
            : $"{page[..begin]}\n\n| class | question |\n|---|---|\n{string.Concat(book.Pages.Select(Row))}\n{page[end..]}";
    }

    private static string Row(BenchmarkPage page) => $"| {page.Benchmark} | {page.Question} |\n";
}
