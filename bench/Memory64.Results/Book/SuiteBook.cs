using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Book;

/// <summary>The pages of a suite's benchmarks. A class that has none is shown all the same, after those that have.</summary>
public sealed class SuiteBook
{
    private readonly Dictionary<string, BenchmarkPage> _byBenchmark;
    private readonly Dictionary<string, int> _ranks;
    private readonly Dictionary<string, int> _valueRanks;

    /// <summary>Puts the pages together.</summary>
    /// <param name="pages">In the order in which they are shown; one a class.</param>
    /// <exception cref="ArgumentException">A class has two pages.</exception>
    public SuiteBook(IEnumerable<BenchmarkPage> pages)
    {
        Pages = [.. pages];
        _byBenchmark = Pages.ToDictionary(p => p.Benchmark, StringComparer.Ordinal);
        _ranks = Pages
            .Index()
            .ToDictionary(page => page.Item.Benchmark, page => page.Index, StringComparer.Ordinal);
        ValueOrder = [.. Pages.SelectMany(p => p.ValueOrder).Distinct(StringComparer.Ordinal)];
        _valueRanks = ValueOrder.Index().ToDictionary(value => value.Item, value => value.Index);
        Questions = [.. Pages.SelectMany(p => p.Questions)];
        Answers = [.. Pages.SelectMany(p => p.Answers).OrderBy(answer => answer.Rank)];
        MainCases = [.. Pages.SelectMany(p => p.MainCases)];
        CodeRows = [.. Pages.SelectMany(p => p.CodeRows)];
        Charts =
        [
            .. Pages
                .SelectMany(p => p.Charts)
                .GroupBy(chart => chart.Name, StringComparer.Ordinal)
                .Select(same =>
                    same.First() with
                    {
                        Series = [.. same.SelectMany(chart => chart.Series)],
                    }
                ),
        ];
        CaseSequence = Comparer<RunCase>.Create(Compare);
    }

    /// <summary>What engines guarantee: of each version the first whose prefix it has. Empty where only one engine is measured.</summary>
    public IReadOnlyList<EngineNote> EngineNotes { get; init; } = [];

    /// <summary>
    /// How a front page asks for the version to take: {0} is the newest, {1} the newest that is supported for long, {2} how the newest compares.
    /// </summary>
    public FrontQuestion? VersionsQuestion { get; init; }

    /// <summary>How a front page asks for engines of different makers: {0} is how they compare.</summary>
    public FrontQuestion? MakersQuestion { get; init; }

    /// <summary>The pages, in their order.</summary>
    public IReadOnlyList<BenchmarkPage> Pages { get; }

    /// <summary>Parameter values that stand in this order, before all others.</summary>
    public IReadOnlyList<string> ValueOrder { get; }

    /// <summary>The questions every machine page answers as far as it was measured, in the order in which they are shown.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>The sentences that answer what people ask first, likewise.</summary>
    public IReadOnlyList<AnswerPlan> Answers { get; }

    /// <summary>The cases that tables of engines and of machines side by side show, likewise.</summary>
    public IReadOnlyList<MainCase> MainCases { get; }

    /// <summary>The loops whose code is shown engine by engine, likewise.</summary>
    public IReadOnlyList<CodeRow> CodeRows { get; }

    /// <summary>The charts, likewise.</summary>
    public IReadOnlyList<ChartPlan> Charts { get; }

    /// <summary>The order of the rows of a table: benchmark, method, then parameter values.</summary>
    public IComparer<RunCase> CaseSequence { get; }

    /// <summary>The page of a class, or null.</summary>
    /// <param name="benchmark">The class.</param>
    public BenchmarkPage? PageOf(string benchmark) => _byBenchmark.GetValueOrDefault(benchmark);

    /// <summary>Whether a case is made for tests.</summary>
    /// <param name="name">The case.</param>
    public bool IsFixture(CaseName name) =>
        PageOf(name.Benchmark)?.Fixtures.Any(fixture => fixture.Matches(name)) == true;

    /// <summary>What an operation of a class is called: access, or operation.</summary>
    /// <param name="benchmark">The class.</param>
    public string OperationOf(string benchmark) =>
        PageOf(benchmark) is { MeasuresAccesses: true } ? "access" : "operation";

    /// <summary>Where a class stands; one without a page behind all others.</summary>
    /// <param name="benchmark">The class.</param>
    public int RankOf(string benchmark) => _ranks.GetValueOrDefault(benchmark, int.MaxValue);

    private int Compare(RunCase x, RunCase y) => RunFiles.CaseSequence.Compare(x, y, CompareValues);

    // Known values come before all others: ranking only where both are known would contradict itself over three values.
    private int CompareValues(string x, string y)
    {
        var ranks = Rank(x).CompareTo(Rank(y));
        return ranks != 0 ? ranks : NaturalComparer.Instance.Compare(x, y);
    }

    private int Rank(string value) => _valueRanks.GetValueOrDefault(value, ValueOrder.Count);
}
