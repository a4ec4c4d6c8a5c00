namespace Memory64.Results.Book;

/// <summary>What pages need to know of a benchmark class beyond its recorded rounds. The class's own room writes it.</summary>
public sealed record BenchmarkPage
{
    /// <summary>The class.</summary>
    public required string Benchmark { get; init; }

    /// <summary>The question that the class answers, as Markdown in one line: the README's table of classes shows it.</summary>
    public required string Question { get; init; }

    /// <summary>Why the class exists, and how its tables are read: two sentences.</summary>
    public required string Note { get; init; }

    /// <summary>
    /// Whether an operation that is shown in nanoseconds is an access to memory; its times are then shown as ns/access.
    /// </summary>
    public bool MeasuresAccesses { get; init; }

    /// <summary>
    /// Whether its cases touch memory for the first time: their price is a page's, and each page is a fault. An iteration of
    /// theirs is one operation, with none before it that is not recorded.
    /// </summary>
    public bool IsPricedByPage => Columns.Any(c => c.Source == ColumnSource.TimePerPage);

    /// <summary>The figures that its tables show beside the time.</summary>
    public IReadOnlyList<PageColumn> Columns { get; init; } = [PageColumn.Gigabytes];

    /// <summary>
    /// The metric that is shown in place of the process's resident size, which counts a page as often as it is mapped; null where none
    /// is mapped twice.
    /// </summary>
    public PageColumn? Memory { get; init; }

    /// <summary>What the settings mean that its cases differ in; null where they differ in none.</summary>
    public ParameterNotes? Settings { get; init; }

    /// <summary>
    /// Parameter values that read better in this order than in the natural one: the thing before what it is compared with,
    /// and addresses upwards.
    /// </summary>
    public IReadOnlyList<string> ValueOrder { get; init; } = [];

    /// <summary>What its cases answer.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What people ask first of it, in sentences.</summary>
    public IReadOnlyList<AnswerPlan> Answers { get; init; } = [];

    /// <summary>Cases that are made for tests: they answer nothing.</summary>
    public IReadOnlyList<CasePattern> Fixtures { get; init; } = [];

    /// <summary>A page of its own, in place of tables on the machine's page; null where its cases are not many programs.</summary>
    public ProgramsPlan? Programs { get; init; }

    /// <summary>The cases that tables of engines and of machines side by side show.</summary>
    public IReadOnlyList<MainCase> MainCases { get; init; } = [];

    /// <summary>The loops whose code is shown engine by engine.</summary>
    public IReadOnlyList<CodeRow> CodeRows { get; init; } = [];

    /// <summary>Its charts.</summary>
    public IReadOnlyList<ChartPlan> Charts { get; init; } = [];
}
