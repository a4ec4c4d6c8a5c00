using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Cases;

/// <summary>What this suite's benchmarks say of themselves.</summary>
public static class Suite
{
    /// <summary>The pages of all benchmark classes, each written in its room.</summary>
    public static SuiteBook Book { get; } =
        new(
            typeof(Suite)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(IPageWriter)) && !type.IsAbstract)
                .Select(type => ((IPageWriter)Activator.CreateInstance(type)!).Write())
        );
}
