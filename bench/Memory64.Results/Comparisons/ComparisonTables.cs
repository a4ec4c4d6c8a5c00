using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.Statistics;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Comparisons;

/// <summary>The tables of a comparison, parted as <see cref="CaseTables"/> parts those of a run.</summary>
public static class ComparisonTables
{
    /// <summary>
    /// Builds the tables: for each group of cases one of ratios, where every case of either run is a row of one of them, and what could
    /// not be compared says why in a remark; and where no duel of the two gives times, one of levels.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="book">What is to be said of the cases beyond their figures.</param>
    /// <param name="relativeToControls">
    /// Whether to show how the ratio of a case stands to that of each control, with its interval:
    /// (NEW / its control) / (BASE / its control).
    /// </param>
    public static IReadOnlyList<Table> Of(
        Comparison comparison,
        SuiteBook book,
        bool relativeToControls = false
    )
    {
        var rows = comparison
            .Cases.Select(ComparisonRow.Of)
            .Concat(comparison.Uncompared.Select(ComparisonRow.Of))
            .ToDictionary(r => r.Case.Id);
        return
        [
            .. CaseGroups
                .Of(rows.Values.Select(r => r.Case), book)
                .SelectMany(group =>
                    Tables(
                        group.Title,
                        [.. group.Cases.Select(c => rows[c.Id])],
                        comparison.Options,
                        book,
                        relativeToControls
                    )
                ),
        ];
    }

    private static IEnumerable<Table> Tables(
        string title,
        IReadOnlyList<ComparisonRow> rows,
        ComparisonOptions options,
        SuiteBook book,
        bool relativeToControls
    )
    {
        yield return Ratios(title, rows, options, book, relativeToControls);
        List<ComparisonRow> measured =
        [
            .. rows.Where(r => r.Base is not null || r.New is not null),
        ];
        if (measured.Count > 0)
        {
            yield return Levels(title, measured, book);
        }
    }

    private static Table Levels(string title, IReadOnlyList<ComparisonRow> rows, SuiteBook book)
    {
        var unit = CaseUnit.Of([.. rows.Select(r => r.Case)], book);
        return LevelTables.BehindRatios(
            Table(
                title,
                rows,
                parameters =>
                    [
                        .. Names(parameters),
                        .. Side("Base", unit, r => r.Base),
                        .. Side("New", unit, r => r.New),
                    ],
                []
            ),
            rows.Select(r => r.Case)
        );
    }

    private static Table Ratios(
        string title,
        IReadOnlyList<ComparisonRow> rows,
        ComparisonOptions options,
        SuiteBook book,
        bool relativeToControls
    )
    {
        var unit = CaseUnit.Of([.. rows.Select(r => r.Case)], book);
        List<CaseColumn<ComparisonRow>> columns =
        [
            Related(RatioTable.Header(options), r => r.Compared?.Relation),
            Numbers("p", r => r.Compared?.Relation.PValue, PValueText.Format, ColumnRank.Aside),
            new(new("Verdict", ColumnAlignment.Left), VerdictCell),
        ];
        if (rows.Any(r => r.Compared?.Relation.Times is not null))
        {
            columns.Add(
                Numbers(
                    $"Base ({unit.Symbol})",
                    r => r.Compared?.Relation.Times?.Under,
                    unit.Number,
                    ColumnRank.Figure
                )
            );
            columns.Add(
                Numbers(
                    $"New ({unit.Symbol})",
                    r => r.Compared?.Relation.Times?.Over,
                    unit.Number,
                    ColumnRank.Figure
                )
            );
        }

        if (rows.Any(r => r.Compared?.Code is not null))
        {
            columns.Add(
                Prose(
                    "Code",
                    r => r.Compared?.Code?.Text(book.OperationOf(r.Case.Benchmark)),
                    ColumnRank.Figure
                )
            );
        }

        if (relativeToControls)
        {
            columns.AddRange(
                rows.SelectMany(r => r.Compared?.Controls ?? [])
                    .Select(c => c.Label)
                    .Distinct()
                    .Select(label => RelativeTo(label))
            );
        }

        if (rows.Any(r => r.Compared is { Steps.Count: > 0 }))
        {
            columns.Add(Prose("Product over", r => StepsText(r.Compared), ColumnRank.Detail));
        }

        if (rows.Any(r => r.Remark is not null))
        {
            columns.Add(Prose("Remark", r => r.Remark ?? ""));
        }

        return Table(
            title,
            rows,
            parameters => [.. Names(parameters), .. columns],
            [.. Notes(rows, options, relativeToControls)]
        );
    }

    private static Table Table(
        string title,
        IReadOnlyList<ComparisonRow> rows,
        Func<ParameterColumns, IReadOnlyList<CaseColumn<ComparisonRow>>> columnsOf,
        IReadOnlyList<string> notes
    )
    {
        var parameters = new ParameterColumns([.. rows.Select(r => r.Case)]);
        var columns = columnsOf(parameters);
        return new(
            title,
            parameters.Caption,
            [.. columns.Select(c => c.Column)],
            [.. rows.Select(r => new TableRow(r.Case.Id, [.. columns.Select(c => c.Cell(r))]))],
            notes
        );
    }

    private static IEnumerable<CaseColumn<ComparisonRow>> Names(ParameterColumns parameters) =>
        parameters
            .Varying.Select(name => Words(name, r => r.Case.Parameters.GetValueOrDefault(name)))
            .Prepend(Words("Method", r => r.Case.Method));

    private static CaseColumn<ComparisonRow>[] Side(
        string name,
        DisplayUnit unit,
        Func<ComparisonRow, Summary?> summary
    ) =>
        [
            Numbers(
                $"{name} ({unit.Symbol})",
                r => summary(r)?.Center,
                unit.Number,
                ColumnRank.Figure
            ),
            Numbers("±", r => summary(r)?.RelativeSpread, SpreadText.Format, ColumnRank.Aside),
        ];

    private static CaseColumn<ComparisonRow> RelativeTo(string label) =>
        new(
            new($"Ratio ÷ {label}", ColumnAlignment.Right) { Rank = ColumnRank.Figure },
            r =>
                r.RelationTo(label) is { } relation
                    ? new TableCell(
                        relation.Interval is { } interval
                            ? $"{RatioText.Format(relation.Ratio)} {RelationText.Brackets(interval)}"
                            : RatioText.Format(relation.Ratio),
                        relation.Ratio
                    )
                    : TableCell.None
        );

    private static CaseColumn<ComparisonRow> Related(
        string header,
        Func<ComparisonRow, Relation?> relation
    ) =>
        new(
            new(header, ColumnAlignment.Right),
            r =>
                relation(r) is { } shown
                    ? new TableCell(RelationText.WithInterval(shown), shown.Ratio)
                    : TableCell.None
        );

    private static string? StepsText(ComparedCase? compared) =>
        compared is { Steps: { Count: > 2 } steps }
            ? string.Join(", ", steps.Skip(1).SkipLast(1))
            : null;

    private static IEnumerable<string> Notes(
        IReadOnlyList<ComparisonRow> rows,
        ComparisonOptions options,
        bool relativeToControls
    )
    {
        if (relativeToControls && rows.Any(r => r.Compared is { Controls.Count: > 0 }))
        {
            yield return $"Ratio ÷ control is (new / its control) / (base / its control): what the machines' speed as such does not explain. Its interval has at least {PercentText.Format(1 - (2 * options.Alpha))} confidence.";
        }

        if (rows.Any(r => r.Compared is not null))
        {
            yield return $"Ratio is new over base, its interval (in brackets) has at least {PercentText.Format(1 - (2 * options.Alpha))} confidence, p is two-sided. Verdicts: alpha {PercentText.Format(options.Alpha)}, threshold {PercentText.Format(options.Threshold)}.";
        }

        if (rows.Any(r => r.Compared is { Relation.Interval: null }))
        {
            yield return RelationText.FewRoundsNote;
        }

        if (rows.Any(r => r.Compared is { IsDoubted: true }))
        {
            yield return CodeDifference.Doubt;
        }

        if (rows.Any(r => r.Compared is { Steps.Count: > 0 }))
        {
            yield return "Product over: the two engines fought no duel; their ratio is that of the steps over these, and its interval holds whatever the steps do.";
        }

        if (rows.Any(r => r.Compared?.Relation.Evidence == Evidence.Levels))
        {
            yield return RelationText.Note;
        }
    }

    private static TableCell VerdictCell(ComparisonRow row) =>
        row.Compared is { } compared
            ? new(VerdictText.Format(compared.Relation, compared.IsDoubted))
            {
                Tone = compared.IsDoubted ? CellTone.Open : ToneOf(compared.Relation.Verdict),
            }
            : TableCell.None;

    private static CellTone ToneOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Faster => CellTone.Better,
            Verdict.Slower => CellTone.Worse,
            Verdict.Same or Verdict.SameWithin => CellTone.Plain,
            _ => CellTone.Open,
        };

    private static CaseColumn<ComparisonRow> Words(
        string header,
        Func<ComparisonRow, string?> text,
        ColumnRank rank = ColumnRank.Key
    ) => CaseColumn<ComparisonRow>.Words(header, text, rank);

    private static CaseColumn<ComparisonRow> Prose(
        string header,
        Func<ComparisonRow, string?> text,
        ColumnRank rank = ColumnRank.Key
    ) => CaseColumn<ComparisonRow>.Prose(header, text, rank);

    private static CaseColumn<ComparisonRow> Numbers(
        string header,
        Func<ComparisonRow, double?> value,
        Func<double, string> format,
        ColumnRank rank
    ) => CaseColumn<ComparisonRow>.Numbers(header, value, format, rank);
}
