using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Cases;

/// <summary>Writes the page of one benchmark class, in that class's own words: <c>nameof</c> and values of its parameters.</summary>
/// <typeparam name="T">The class.</typeparam>
public abstract class PageWriter<T> : IPageWriter
    where T : Benchmark
{
    /// <inheritdoc/>
    public abstract BenchmarkPage Write();

    /// <summary>The cases of a method whose parameters have these values; the others are free.</summary>
    /// <param name="method">The method.</param>
    /// <param name="values">Parameters with their values.</param>
    protected static CasePattern Cases(
        string method,
        params (string Parameter, object Value)[] values
    ) =>
        new(
            typeof(T).Name,
            method,
            [.. values.Select(v => KeyValuePair.Create(v.Parameter, v.Value.ToString()!))]
        );
}
