using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Programs;

/// <summary>The programs of an engine: a row each, the largest ratio first.</summary>
/// <param name="Plan">What is shown of them.</param>
/// <param name="Engine">The engine's id.</param>
/// <param name="Rows">The programs that ran; may be empty.</param>
/// <param name="Others">Those that did not, with why.</param>
internal sealed record ProgramTable(
    ProgramsPlan Plan,
    string Engine,
    IReadOnlyList<ProgramRow> Rows,
    IReadOnlyList<RunCase> Others
)
{
    private const int HashDigits = 12,
        Named = 4;

    /// <summary>The programs of a run.</summary>
    /// <param name="plan">What is shown of them.</param>
    /// <param name="engine">The engine's id.</param>
    /// <param name="results">The figures of the run.</param>
    public static ProgramTable Of(ProgramsPlan plan, string engine, RunResults results)
    {
        var cases = results.Cases.Select(c => c.Case).ToLookup(c => ProgramOf(plan, c));
        List<ProgramRow> rows = [];
        foreach (var program in cases.Where(c => c.Key is not null))
        {
            List<Relation?> relations =
            [
                .. plan.Ratios.Select(ratio =>
                    program.FirstOrDefault(c =>
                        ratio.Matches(c.Name) && c.Status == CaseStatus.Measured
                    )
                        is { } over
                    && over.Controls.TryGetValue(ratio.Control, out var control)
                        ? results.Relation(over, control)
                        : null
                ),
            ];
            if (relations[0] is not null)
            {
                var main = program.First(c => plan.Ratios[0].Matches(c.Name));
                rows.Add(new(program.Key!, FamilyOf(main, program.Key!), main, relations));
            }
        }

        var measured = rows.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            plan,
            engine,
            [.. rows.OrderByDescending(row => row.Main.Ratio)],
            [
                .. cases
                    .Where(c => c.Key is not null && !measured.Contains(c.Key))
                    .Select(c => c.FirstOrDefault(one => one.Reason is not null))
                    .OfType<RunCase>(),
            ]
        );
    }

    /// <summary>What they say together of one of the plan's ratios; <see langword="null"/> where nothing.</summary>
    public ProgramMean? MeanOf(int ratio) => ProgramMean.Of(Rows, ratio);

    /// <summary>What the page's subject says of those programs alone that another table has one of the ratios of: the same programs.</summary>
    /// <param name="other">Of the same plan.</param>
    /// <param name="ratio">Which of the plan's ratios.</param>
    public ProgramMean? MeanOfThose(ProgramTable other, int ratio)
    {
        var names = other
            .Rows.Where(row => row.Counts && row.Relations[ratio] is not null)
            .Select(row => row.Name)
            .ToHashSet(StringComparer.Ordinal);
        return ProgramMean.Of(Rows.Where(row => names.Contains(row.Name)), 0);
    }

    /// <summary>The answer in one sentence; <see langword="null"/> where nothing was measured.</summary>
    public string? Sentence =>
        MeanOf(0) is { } mean
            ? $"{Plan.Ratios[0].Header}: {RatioText.Format(mean.Mean)} is the geometric mean of {CountText.Format(mean.Programs)} {(mean.Programs == 1 ? "program" : "programs")} ({RatioText.Format(mean.MeanOfFamilies)} where programs of one folder count once, {CountText.Format(mean.Families)} in all). Half of them lie from {RatioText.Format(mean.LowerQuartile)} to {RatioText.Format(mean.UpperQuartile)}, all from {RatioText.Format(mean.Lowest)} to {RatioText.Format(mean.Highest)}. {Extremes}".TrimEnd()
            : null;

    // Who pays, and who doesn't: a mean alone says that of nobody.
    private string Extremes
    {
        get
        {
            List<string> named =
            [
                .. Rows.Where(row => row.Counts)
                    .Select(row => $"{row.Name} {RatioText.Format(row.Main.Ratio)}"),
            ];
            return named.Count < 2 * Named
                ? ""
                : $"The most take {string.Join(", ", named.Take(Named))}; the least {string.Join(", ", named.TakeLast(Named))}.";
        }
    }

    /// <summary>How many of those that count have which verdict, the commonest first: "61 slower, 20 same".</summary>
    public string Verdicts =>
        string.Join(
            ", ",
            Rows.Where(row => row.Counts)
                .GroupBy(row => VerdictText.Format(row.Main).Split(" within")[0])
                .OrderByDescending(verdict => verdict.Count())
                .Select(verdict => $"{CountText.Format(verdict.Count())} {verdict.Key}")
        );

    /// <summary>All rows.</summary>
    public Table ToTable()
    {
        List<CaseColumn<ProgramRow>> columns =
        [
            CaseColumn<ProgramRow>.Words("Program", row => row.Name),
            .. Plan
                .Ratios.Index()
                .Where(ratio => Rows.Any(row => row.Relations[ratio.Index] is not null))
                .Select(ratio =>
                    CaseColumn<ProgramRow>.Words(
                        ratio.Item.Header,
                        row =>
                            row.Relations[ratio.Index] is { } relation
                                ? RelationText.WithInterval(relation)
                                : null
                    )
                ),
            CaseColumn<ProgramRow>.Words("Verdict", row => VerdictText.Format(row.Main)),
            CaseColumn<ProgramRow>.Words(
                "Time",
                row => row.Main.Times is var (over, _) ? Scale.Time.Choose(over).Text(over) : null
            ),
            CaseColumn<ProgramRow>.Words(
                "Counts",
                row =>
                    row.Counts ? "yes"
                    : row.IsLong ? "too few rounds"
                    : "too short"
            ),
            CaseColumn<ProgramRow>.Words("SHA-256", row => row.Case.Input?.Sha256[..HashDigits]),
        ];
        return new(
            "Programs",
            "",
            [.. columns.Select(column => column.Column)],
            [
                .. Rows.Select(row => new TableRow(
                    row.Case.Id,
                    [.. columns.Select(column => column.Cell(row))]
                )),
            ],
            []
        );
    }

    private static string? ProgramOf(ProgramsPlan plan, RunCase one) =>
        one.Benchmark == plan.Ratios[0].Over.Benchmark
            ? one.Parameters.GetValueOrDefault(plan.Program)
            : null;

    private static string FamilyOf(RunCase one, string program) =>
        one.Input is { } input && input.Name.LastIndexOf('/') is > 0 and var end
            ? input.Name[..end]
            : program;
}
