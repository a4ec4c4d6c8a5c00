using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>What the same memory costs in engines of different makers, and what each guarantees for it.</summary>
/// <param name="Table">A row a question, a column an engine.</param>
/// <param name="Guarantees">A line an engine.</param>
/// <param name="Brief">In a line, what people do most and where the engines differ most; empty where no row has a figure of each.</param>
public sealed record EnginesReport(Table Table, IReadOnlyList<string> Guarantees, string Brief)
{
    /// <summary>The heading of it.</summary>
    internal const string Title = "Is it the memory that costs, or the engine?";

    /// <summary>Makes it of the newest version of each maker; <see langword="null"/> where there is one maker only.</summary>
    internal static EnginesReport? Of(MachineEngines engines, SuiteBook book)
    {
        List<(EngineNote Note, MeasuredEngine Engine)> newest =
        [
            .. engines
                .Firsts.Select(engine => (Note: NoteOf(engine, book), Engine: engine))
                .Where(each => each.Note is not null)
                .Select(each => (each.Note!, each.Engine))
                .DistinctBy(each => each.Item1.Prefix),
        ];
        if (newest.Count < 2)
        {
            return null;
        }

        List<TableRow> rows =
        [
            .. from question in book.Questions
            where question.IsOfEngines
            let answers = newest
                .Select(each => each.Engine.Highlights.FirstOrDefault(h => h.Question == question))
                .ToList()
            where answers.Exists(answer => answer is not null)
            select new TableRow(question.Title, [new(question.Title), .. answers.Select(CellOf)]),
        ];
        return rows.Count == 0
            ? null
            : new(
                new(
                    "",
                    "",
                    [
                        new("What", ColumnAlignment.Left),
                        .. newest.Select(each => new TableColumn(
                            each.Engine.Run.Engine.TitleAs(each.Engine.Id),
                            ColumnAlignment.Right
                        )),
                    ],
                    rows,
                    []
                ),
                [.. newest.Select(each => $"{each.Note.Name}: {each.Note.Text}")],
                BriefOf(rows, [.. newest.Select(each => each.Note.Name)])
            );
    }

    /// <summary>Adds table and lines to a page.</summary>
    internal PageBuilder AddTo(PageBuilder page) => page.Table(Table).Bullets(Guarantees);

    private static EngineNote? NoteOf(MeasuredEngine engine, SuiteBook book) =>
        book.EngineNotes.FirstOrDefault(note =>
            engine.Run.Engine.Version.StartsWith(note.Prefix, StringComparison.Ordinal)
        );

    // The first row, which is what people do most, and the one in which the engines differ most.
    private static string BriefOf(IReadOnlyList<TableRow> rows, IReadOnlyList<string> engines)
    {
        List<(string What, List<double> Ratios)> full =
        [
            .. from row in rows
            let ratios = row.Cells.Skip(1).Select(cell => cell.Value).OfType<double>().ToList()
            where ratios.Count == engines.Count
            select (row.Cells[0].Text, ratios),
        ];
        return full.Count == 0
            ? ""
            : string.Join(
                "; ",
                new[] { full[0], full.MaxBy(row => row.Ratios.Max() / row.Ratios.Min()) }
                    .DistinctBy(row => row.What)
                    .Select(row =>
                        $"{row.What}: {string.Join(", ", row.Ratios.Zip(engines, (ratio, engine) => $"{Units.RatioText.Format(ratio)} in {engine}"))}"
                    )
            );
    }

    private static TableCell CellOf(Highlight? answer) =>
        answer is null ? TableCell.None
        : answer.Pairs.Count == 1 ? new(answer.RatioText, answer.Median)
        : new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{answer.RatioText} ({answer.Pairs.Count} pairs, {Units.RatioText.Format(answer.Min)} to {Units.RatioText.Format(answer.Max)})"
            ),
            answer.Median
        );
}
