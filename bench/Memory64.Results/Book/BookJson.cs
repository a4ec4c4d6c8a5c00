using System.Text.Encodings.Web;
using System.Text.Json;

namespace Memory64.Results.Book;

/// <summary>Writes a book for programs that read run files without this one.</summary>
public static class BookJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The pages in their order, as an object, indented, ended by \n. Of each: <c>benchmark</c>, <c>note</c>, <c>operation</c>
    /// (what the times in a run file are for), <c>isPricedByPage</c>, <c>settings</c> (notes by value of a parameter, or null),
    /// <c>questions</c> (the cases of two sides, which are paired by the parameters that are not named) and <c>mainCases</c>.
    /// Cases are named by <c>benchmark</c>, <c>method</c> and <c>parameters</c>; the parameters that are not named are free.
    /// </summary>
    /// <param name="book">The book.</param>
    public static string Write(SuiteBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return JsonSerializer.Serialize(
                new
                {
                    valueOrder = book.ValueOrder,
                    benchmarks = book.Pages.Select(page => Page(page, book)),
                },
                Options
            ) + "\n";
    }

    private static object Page(BenchmarkPage page, SuiteBook book) =>
        new
        {
            page.Benchmark,
            page.Note,
            operation = book.OperationOf(page.Benchmark),
            page.IsPricedByPage,
            settings = page.Settings,
            questions = page.Questions.Select(question => new
            {
                question.Title,
                question.IsMain,
                over = Cases(question.Over),
                under = Cases(question.Under),
            }),
            mainCases = page.MainCases.Select(main => new
            {
                main.Title,
                cases = Cases(main.Pattern),
            }),
        };

    private static object Cases(CasePattern pattern) =>
        new
        {
            pattern.Benchmark,
            pattern.Method,
            parameters = pattern.Fixed.ToDictionary(p => p.Key, p => p.Value),
        };
}
