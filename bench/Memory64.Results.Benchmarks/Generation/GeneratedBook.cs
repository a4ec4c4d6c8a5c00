using Memory64.Results.Book;

namespace Memory64.Results.Benchmarks.Generation;

/// <summary>Pages for the cases of <see cref="CaseFamilies"/>: of each method a question, a main figure, and a series of a chart.</summary>
internal static class GeneratedBook
{
    public static SuiteBook Book { get; } =
        new(
            CaseFamilies
                .Methods.GroupBy(method => method.Benchmark)
                .Select(benchmark => new BenchmarkPage
                {
                    Benchmark = benchmark.Key,
                    Question = "What does it cost?",
                    Note = "Why the class exists. How its tables are read.",
                    Questions = [.. benchmark.Select(m => QuestionOf(m.Benchmark, m.Method))],
                    MainCases =
                    [
                        .. benchmark.Select(m => new MainCase(
                            $"{m.Benchmark}, {m.Method}",
                            Cases(m.Benchmark, m.Method, "memory64")
                        )),
                    ],
                    Charts =
                    [
                        Chart(benchmark.Key, "by-engine", isOverEngines: true, benchmark),
                        Chart(benchmark.Key, "by-case", isOverEngines: false, benchmark),
                    ],
                })
        );

    private static CasePattern Cases(string benchmark, string method, string memory) =>
        new(benchmark, method, new KeyValuePair<string, string>("Memory", memory));

    private static Question QuestionOf(string benchmark, string method) =>
        new(
            $"memory64 against memory32, {benchmark}, {method}",
            Cases(benchmark, method, "memory64"),
            Cases(benchmark, method, "memory32")
        );

    private static ChartPlan Chart(
        string benchmark,
        string name,
        bool isOverEngines,
        IEnumerable<(string Benchmark, string Method)> methods
    ) =>
        new()
        {
            Name = $"{benchmark}-{name}",
            Title = benchmark,
            IsOverEngines = isOverEngines,
            Shape = isOverEngines ? ChartShape.Lines : ChartShape.Bars,
            CategoryTitle = name,
            ValueTitle = "Time",
            Value = ChartValue.Time,
            Series =
            [
                .. methods.Select(m => new SeriesPlan(
                    m.Method,
                    new PointPlan(m.Method, Cases(m.Benchmark, m.Method, "memory64"))
                )),
            ],
        };
}
