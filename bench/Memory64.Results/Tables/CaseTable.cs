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
        var throughput = (
            page is { ShowsMegabytes: true } ? Scale.SlowThroughput : Scale.Throughput
        ).Choose();
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
            .. MeasuredOnly(
                rows,
                CaseColumn<CaseResult>.Numbers(
                    throughput.Symbol,
                    r => r.Throughput,
                    throughput.Number,
                    ColumnRank.Figure
                )
            ),
        ];
        if (page?.Rate is { } rate)
        {
            columns.AddRange(
                MeasuredOnly(
                    rows,
                    CaseColumn<CaseResult>.Numbers(
                        rate.Header,
                        r => r.Case.Method == rate.Method ? r.PerSecond : null,
                        SignificantDigits.Format,
                        ColumnRank.Figure
                    )
                )
            );
        }

        if (page is { IsPricedByPage: true })
        {
            var perPage = Scale.TimePerPage.Choose();
            columns.AddRange(
                MeasuredOnly(
                    rows,
                    CaseColumn<CaseResult>.Numbers(
                        perPage.Symbol,
                        r =>
                            r.PerPage(
                                (all.Run.StartOf(r.Case).Machine ?? all.Run.Machine).PageBytes
                            ),
                        perPage.Number,
                        ColumnRank.Figure
                    )
                )
            );
            columns.AddRange(
                MeasuredOnly(
                    rows,
                    CaseColumn<CaseResult>.Numbers(
                        "faults/GiB",
                        r => r.FaultsPerGiB,
                        CountText.Format,
                        ColumnRank.Detail
                    )
                )
            );
        }

        columns.AddRange(
            (page?.Metrics ?? []).SelectMany(metric => MeasuredOnly(rows, ColumnOf(metric)))
        );
        columns.AddRange(MeasuredOnly(rows, CodeColumn.OfCases));
        columns.AddRange(
            MeasuredOnly(rows, page?.Memory is { } memory ? ColumnOf(memory) : ResidentColumn(rows))
        );
        columns.Add(
            CaseColumn<CaseResult>.Numbers(
                "Rounds",
                r => r.Summary?.Rounds,
                CountText.Format,
                ColumnRank.Aside
            )
        );
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

    private static CaseColumn<CaseResult> ColumnOf(MetricColumn metric) =>
        CaseColumn<CaseResult>.Numbers(
            metric.Header,
            r => r.MetricOf(metric.Metric) / metric.UnitSize,
            metric.IsScientific ? ScientificText.Format : SignificantDigits.Format,
            ColumnRank.Detail
        );

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

    private static IEnumerable<CaseColumn<CaseResult>> MeasuredOnly(
        IReadOnlyList<CaseResult> rows,
        CaseColumn<CaseResult> column
    ) => rows.Any(r => column.Cell(r).Value is not null) ? [column] : [];

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
