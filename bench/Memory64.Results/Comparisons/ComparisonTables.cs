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
    /// Builds the tables. Every case of either run is a row of one of them; what could not be compared says why in a remark.
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
                .Select(group =>
                    Table(
                        group.Title,
                        [.. group.Cases.Select(c => rows[c.Id])],
                        comparison.Options,
                        book,
                        relativeToControls
                    )
                ),
        ];
    }

    private static Table Table(
        string title,
        IReadOnlyList<ComparisonRow> rows,
        ComparisonOptions options,
        SuiteBook book,
        bool relativeToControls
    )
    {
        var parameters = new ParameterColumns([.. rows.Select(r => r.Case)]);
        var unit = CaseUnit.Of([.. rows.Select(r => r.Case)], book);
        List<CaseColumn<ComparisonRow>> columns =
        [
            Words("Method", r => r.Case.Method),
            .. parameters.Varying.Select(name =>
                Words(name, r => r.Case.Parameters.GetValueOrDefault(name))
            ),
            .. Side("Base", unit, r => r.Base),
            .. Side("New", unit, r => r.New),
            Ratios("Ratio", r => r.Compared?.Relation),
            Intervals("Interval", r => r.Compared?.Relation.Interval, ColumnRank.Figure),
            Numbers("p", r => r.Compared?.Relation.PValue, PValueText.Format, ColumnRank.Aside),
            new(new("Verdict", ColumnAlignment.Left), VerdictCell),
        ];
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
                    .SelectMany(label =>
                        new[]
                        {
                            Numbers(
                                $"Ratio ÷ {label}",
                                r => r.RelationTo(label)?.Ratio,
                                RatioText.Format,
                                ColumnRank.Figure
                            ),
                            Intervals(
                                $"Interval ÷ {label}",
                                r => r.RelationTo(label)?.Interval,
                                ColumnRank.Detail
                            ),
                        }
                    )
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

        return new(
            title,
            parameters.Caption,
            [.. columns.Select(c => c.Column)],
            [.. rows.Select(r => new TableRow(r.Case.Id, [.. columns.Select(c => c.Cell(r))]))],
            [.. Notes(rows, options, relativeToControls)]
        );
    }

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

    private static CaseColumn<ComparisonRow> Intervals(
        string header,
        Func<ComparisonRow, Interval?> interval,
        ColumnRank rank
    ) => Words(header, r => interval(r) is { } shown ? RelationText.Format(shown) : null, rank);

    private static CaseColumn<ComparisonRow> Ratios(
        string header,
        Func<ComparisonRow, Relation?> relation
    ) =>
        new(
            new(header, ColumnAlignment.Right),
            r =>
                relation(r) is { } shown
                    ? new TableCell(RelationText.Format(shown), shown.Ratio)
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
            yield return $"Ratio is new over base, its interval has at least {PercentText.Format(1 - (2 * options.Alpha))} confidence, p is two-sided. Verdicts: alpha {PercentText.Format(options.Alpha)}, threshold {PercentText.Format(options.Threshold)}.";
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
