using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Cases;

/// <summary>Writes the page of a benchmark class into the book that results are shown with; the program finds it.</summary>
public interface IPageWriter
{
    /// <summary>The page.</summary>
    BenchmarkPage Write();
}
