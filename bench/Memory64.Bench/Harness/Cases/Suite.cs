using Memory64.Bench.Harness.Rooms;
using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Cases;

/// <summary>What this suite's benchmarks say of themselves.</summary>
public static class Suite
{
    /// <summary>The pages of all benchmark classes, each written in its room.</summary>
    public static SuiteBook Book { get; } =
        new(Found.Each<IPageWriter>().Select(writer => writer.Write()));
}
