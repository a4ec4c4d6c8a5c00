using Memory64.Results.Book;

namespace Memory64.Results.Pages;

/// <summary>The part of a page that says what each benchmark class asks, between two markers; all around it is left as it is.</summary>
internal static class ClassSection
{
    private const string What = "classes";

    /// <summary>The page with a new section; without both markers, the page as it is.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="book">Says it, class by class.</param>
    public static string Replace(string page, SuiteBook book) =>
        MarkedSection.Replace(
            page,
            What,
            () => $"| class | question |\n|---|---|\n{string.Concat(book.Pages.Select(Row))}"
        );

    private static string Row(BenchmarkPage page) => $"| {page.Benchmark} | {page.Question} |\n";
}
