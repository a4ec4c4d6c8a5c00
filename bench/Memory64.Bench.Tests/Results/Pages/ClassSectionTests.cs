using Memory64.Results.Book;
using Memory64.Results.Pages;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class ClassSectionTests
{
    private const string Begin = "<!-- classes: written by ./run-bench.sh publish -->",
        End = "<!-- end of classes -->";

    private static readonly SuiteBook Book = new([
        new()
        {
            Benchmark = "Second",
            Question = "Why `it`?",
            Note = "",
        },
        new()
        {
            Benchmark = "First",
            Question = "What?",
            Note = "",
        },
    ]);

    [Fact]
    public void Has_a_row_a_class_in_the_order_of_the_book_and_leaves_the_rest() =>
        Assert.Equal(
            $"a\n{Begin}\n\n| class | question |\n|---|---|\n| Second | Why `it`? |\n| First | What? |\n\n{End}\nb\n",
            ClassSection.Replace($"a\n{Begin}\nold\n{End}\nb\n", Book)
        );

    [Theory]
    [InlineData($"a\n{Begin}\nb\n")]
    [InlineData($"a\n{End}\nb\n")]
    [InlineData($"a\n{End}\n{Begin}\nb\n")]
    public void Leaves_a_page_without_both_markers(string page) =>
        Assert.Equal(page, ClassSection.Replace(page, Book));
}
