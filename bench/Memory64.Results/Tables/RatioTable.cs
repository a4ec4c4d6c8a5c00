using Memory64.Results.Relations;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>
/// Builds the table that says how the cases of one benchmark class, or of one unit of it, stand to their controls. It holds what
/// duels say and nothing else: levels are a table of their own, because a ratio of two levels may contradict the duel's.
/// </summary>
internal static class RatioTable
{
    /// <summary>The table, a block of rows for each kind of control; null where no case stands to any.</summary>
    public static Table? Of(string title, IReadOnlyList<CaseResult> cases, RunResults all)
    {
        List<RelatedRow> rows =
        [
            .. from label in cases.SelectMany(c => c.Case.Controls.Keys).Distinct()
            from result in cases
            where result.Case.Controls.ContainsKey(label)
            let relation = all.Relation(result.Case, result.Case.Controls[label])
            where relation is not null
            select new RelatedRow(result, label, relation),
        ];
        if (rows.Count == 0)
        {
            return null;
        }

        var parameters = new ParameterColumns([.. rows.Select(r => r.Result.Case)]);
        var unit = CaseUnit.Of([.. rows.Select(r => r.Result.Case)], all.Book);
        List<CaseColumn<RelatedRow>> columns =
        [
            CaseColumn<RelatedRow>.Words("Against", r => r.Label),
            CaseColumn<RelatedRow>.Words("Method", r => r.Result.Case.Method),
            .. parameters.Varying.Select(name =>
                CaseColumn<RelatedRow>.Words(
                    name,
                    r => r.Result.Case.Parameters.GetValueOrDefault(name)
                )
            ),
            new(
                new(Header(new()), ColumnAlignment.Right),
                r => new(RelationText.WithInterval(r.Relation), r.Relation.Ratio)
            ),
        ];
        if (rows.Any(r => r.Relation.Evidence == Evidence.Duels))
        {
            columns.Add(
                Times($"Time ({unit.Symbol})", times => times.Over, unit, ColumnRank.Figure)
            );
            columns.Add(
                Times($"Control ({unit.Symbol})", times => times.Under, unit, ColumnRank.Detail)
            );
        }

        columns.Add(
            CaseColumn<RelatedRow>.Numbers(
                "Rounds",
                r => r.Relation.Rounds,
                CountText.Format,
                ColumnRank.Aside
            )
        );
        columns.AddRange(
            new RowRuns(all.Run, rows.Select(r => r.Result)).Columns.Select(
                column => new CaseColumn<RelatedRow>(column.Column, r => column.Cell(r.Result))
            )
        );
        return new(
            title,
            parameters.Caption,
            [.. columns.Select(c => c.Column)],
            [
                .. rows.Select(r => new TableRow(
                    r.Result.Case.Id,
                    [.. columns.Select(c => c.Cell(r))]
                )),
            ],
            [.. Notes(rows)]
        )
        {
            Benchmark = cases[0].Case.Benchmark,
        };
    }

    /// <summary>The heading of a column of ratios with their intervals: it says how sure those are.</summary>
    /// <param name="options">Of the ratios.</param>
    public static string Header(ComparisonOptions options) =>
        $"Ratio [{PercentText.Format(1 - (2 * options.Alpha))}]";

    private static CaseColumn<RelatedRow> Times(
        string header,
        Func<(double Over, double Under), double> side,
        DisplayUnit unit,
        ColumnRank rank
    ) =>
        CaseColumn<RelatedRow>.Numbers(
            header,
            r => r.Relation is { Evidence: Evidence.Duels, Times: { } times } ? side(times) : null,
            unit.Number,
            rank
        );

    private static IEnumerable<string> Notes(IReadOnlyList<RelatedRow> rows)
    {
        if (rows.Any(r => r.Relation.Interval is null))
        {
            yield return RelationText.FewRoundsNote;
        }

        if (rows.Any(r => r.Relation.Evidence == Evidence.Levels))
        {
            yield return RelationText.Note;
        }
    }
}
