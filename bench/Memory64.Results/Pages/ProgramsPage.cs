using Memory64.Results.Programs;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>The page of many programs: <c>results/&lt;machine&gt;/programs.md</c>.</summary>
internal static class ProgramsPage
{
    /// <summary>Renders it.</summary>
    /// <param name="machine">The machine's folder.</param>
    /// <param name="tables">The programs of each engine that has some, newest version first; at least one.</param>
    /// <param name="chart">The chart of the newest; <see langword="null"/> where there is none.</param>
    public static string Render(
        string machine,
        IReadOnlyList<ProgramTable> tables,
        ChartImage? chart
    )
    {
        var newest = tables[0];
        var page = new PageBuilder()
            .Heading(1, $"{newest.Plan.Title}, {machine}")
            .Paragraph(
                $"Generated from the run files in this folder by `{PublishLine.Text}`; changes made by hand are lost."
            )
            .Paragraph(MarkdownWriter.Escape(newest.Plan.Note));
        if (newest.Sentence is { } sentence)
        {
            page.Paragraph(
                MarkdownWriter.Escape(
                    $"Wasmtime {newest.Engine}: {sentence} By verdict: {newest.Verdicts}."
                )
            );
        }

        if (chart is not null)
        {
            page.Paragraph(chart.Markdown(""));
        }

        page.Heading(2, "Means")
            .Table(Means(tables))
            .Heading(2, $"Each program, engine {newest.Engine}")
            .Paragraph(
                "A program that takes less than 0.1 ms with its own memory is too short to count in means and chart: it scatters by a multiple from one instance to the next. Nor does one count whose rounds are too few for an interval."
            )
            .Table(newest.ToTable());
        if (newest.Others.Count > 0)
        {
            page.Heading(2, "What did not run")
                .Bullets(newest.Others.Select(one => $"{one.Id}: {one.Reason}"));
        }

        var sources = newest
            .Rows.Select(row => row.Case.Input?.Source)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (sources.Count > 0)
        {
            page.Paragraph(
                $"The modules come from a checkout at {string.Join(", ", sources)}; nothing of it is kept here."
            );
        }

        return page.ToString();
    }

    // Other ratios may be of fewer programs: beside each stands what the subject is for the same ones.
    private static Table Means(IReadOnlyList<ProgramTable> tables)
    {
        var newest = tables[0];
        TableColumn Number(string header) => new(header, ColumnAlignment.Right);
        return new(
            "Means",
            "",
            [
                new("Engine", ColumnAlignment.Left),
                new("Ratio", ColumnAlignment.Left),
                Number("Programs"),
                Number("Mean"),
                Number("Folders"),
                Number("Mean of folders"),
                Number("Lowest"),
                Number("Quarter below"),
                Number("Quarter above"),
                Number("Highest"),
                Number($"The same programs, {newest.Engine}: {newest.Plan.Ratios[0].Header}"),
            ],
            [
                .. from table in tables
                from ratio in table.Plan.Ratios.Index()
                let mean = table.MeanOf(ratio.Index)
                where mean is not null
                select new TableRow(
                    $"{table.Engine} {ratio.Item.Header}",
                    [
                        new(table.Engine),
                        new(ratio.Item.Header),
                        new(CountText.Format(mean.Programs)),
                        new(RatioText.Format(mean.Mean), mean.Mean),
                        new(CountText.Format(mean.Families)),
                        new(RatioText.Format(mean.MeanOfFamilies), mean.MeanOfFamilies),
                        new(RatioText.Format(mean.Lowest), mean.Lowest),
                        new(RatioText.Format(mean.LowerQuartile), mean.LowerQuartile),
                        new(RatioText.Format(mean.UpperQuartile), mean.UpperQuartile),
                        new(RatioText.Format(mean.Highest), mean.Highest),
                        newest.MeanOfThose(table, ratio.Index) is { } same
                            ? new(RatioText.Format(same.Mean), same.Mean)
                            : TableCell.None,
                    ]
                ),
            ],
            []
        );
    }
}
