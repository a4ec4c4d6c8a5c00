using Memory64.Results.Book;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>Builds the table of the levels of one benchmark class, or of its cases of one unit.</summary>
internal static class CaseTable
{
    public static Table Of(string title, IReadOnlyList<CaseResult> rows, RunResults all)
    {
        var parameters = new ParameterColumns([.. rows.Select(r => r.Case)]);
        var page = all.Book.PageOf(rows[0].Case.Benchmark);
        List<CaseColumn<CaseResult>> columns =
        [
            CaseColumn<CaseResult>.Words("Method", r => r.Case.Method),
            .. parameters.Varying.Select(name =>
                CaseColumn<CaseResult>.Words(name, r => r.Case.Parameters.GetValueOrDefault(name))
            ),
            TimeColumn(rows, all.Book),
            CaseColumn<CaseResult>.Numbers(
                "±",
                r => r.Summary?.RelativeSpread,
                SpreadText.Format,
                ColumnRank.Detail
            ),
            .. (
                (CaseColumn<CaseResult>[])
                    [
                        .. (page?.Columns ?? [PageColumn.Gigabytes]).Select(c => ColumnOf(c, all)),
                        CodeColumn.OfCases,
                        page?.Memory is { } memory ? ColumnOf(memory, all) : ResidentColumn(rows),
                    ]
            ).Where(column => rows.Any(r => column.Cell(r).Value is not null)),
            CaseColumn<CaseResult>.Numbers(
                "Rounds",
                r => r.Summary?.Rounds,
                CountText.Format,
                ColumnRank.Aside
            ),
        ];
        var runs = new RowRuns(all.Run, rows);
        columns.AddRange(runs.Columns);
        if (rows.Any(r => Remark(r.Case) is not null))
        {
            columns.Add(CaseColumn<CaseResult>.Prose("Remark", r => Remark(r.Case) ?? ""));
        }

        return new(
            title,
            parameters.Caption,
            [.. columns.Select(c => c.Column)],
            [.. rows.Select(r => new TableRow(r.Case.Id, [.. columns.Select(c => c.Cell(r))]))],
            [.. runs.Notes, .. Notes(rows)]
        )
        {
            Benchmark = rows[0].Case.Benchmark,
        };
    }

    private static CaseColumn<CaseResult> TimeColumn(IReadOnlyList<CaseResult> rows, SuiteBook book)
    {
        var unit = CaseUnit.Of([.. rows.Select(r => r.Case)], book);
        return CaseColumn<CaseResult>.Numbers($"Time ({unit.Symbol})", r => r.Center, unit.Number);
    }

    /// <summary>A column of figures, as a page wants it.</summary>
    public static CaseColumn<CaseResult> ColumnOf(PageColumn column, RunResults all) =>
        CaseColumn<CaseResult>.Numbers(
            column.Header,
            r => ValueOf(column, r, all) / column.Unit,
            column.Format switch
            {
                ColumnFormat.Power => ScientificText.Format,
                ColumnFormat.Count => CountText.Format,
                ColumnFormat.Ratio => RatioText.Format,
                _ => SignificantDigits.Format,
            },
            column.IsDetail ? ColumnRank.Detail : ColumnRank.Figure
        );

    private static double? ValueOf(PageColumn column, CaseResult r, RunResults all) =>
        column.Source switch
        {
            ColumnSource.Throughput => r.Throughput,
            ColumnSource.Rate => r.Case.Method == column.Of ? r.PerSecond : null,
            ColumnSource.TimePerPage => r.PerPage(
                (all.Run.StartOf(r.Case).Machine ?? all.Run.Machine).PageBytes
            ),
            ColumnSource.FaultsPerGiB => r.FaultsPerGiB,
            ColumnSource.MetricOverControl => r.Case.Controls.TryGetValue(column.Over, out var id)
                ? r.MetricOf(column.Of) / all.Find(id)?.MetricOf(column.Of)
                : null,
            _ => r.MetricOf(column.Of),
        };

    private static CaseColumn<CaseResult> ResidentColumn(IReadOnlyList<CaseResult> rows)
    {
        var unit = Scale.Memory.Choose([.. rows.Select(r => r.ResidentBytes).OfType<double>()]);
        return CaseColumn<CaseResult>.Numbers(
            $"Resident ({unit.Symbol})",
            r => r.ResidentBytes,
            unit.Number,
            ColumnRank.Aside
        );
    }

    private static string? Remark(RunCase c) =>
        c.Status switch
        {
            CaseStatus.Skipped => $"skipped: {c.Reason}",
            CaseStatus.Failed => $"failed: {c.Reason}",
            _ => string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason,
        };

    private static IEnumerable<string> Notes(IReadOnlyList<CaseResult> rows)
    {
        if (rows.Any(r => r.Summary is { Spread: null }))
        {
            yield return "A row of one round has no spread.";
        }

        if (rows.Any(r => r.Case.Status == CaseStatus.Failed))
        {
            yield return "A failed case did not hold what it asserts; its times, if there were any, are not shown.";
        }
    }
}
