using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>
/// Main figures of engines or machines side by side. What a single one of several columns has is left out: it stands beside nothing.
/// </summary>
internal static class FigureTables
{
    /// <summary>The times of the book's main cases, a row each in a unit of its own.</summary>
    public static Table Times(IReadOnlyList<FigureColumn> columns, SuiteBook book) =>
        new(
            "",
            "",
            [
                new("Time of", ColumnAlignment.Left),
                new("Unit", ColumnAlignment.Left),
                .. columns.Select(Numbers),
            ],
            [
                .. from main in book.MainCases
                let values = columns
                    .Select(c =>
                        c.Figures.Times.TryGetValue(main, out var time) ? time : (double?)null
                    )
                    .ToList()
                where Compare(values)
                let unit = Scale.Time.Choose([.. values.OfType<double>()])
                select new TableRow(
                    main.Title,
                    [new(main.Title), new(unit.Symbol), .. values.Select(v => Cell(v, unit.Number))]
                ),
            ],
            []
        );

    /// <summary>The answers to the book's questions, a row each.</summary>
    public static Table Ratios(IReadOnlyList<FigureColumn> columns, SuiteBook book) =>
        new(
            "",
            "",
            [new("Ratio", ColumnAlignment.Left), .. columns.Select(Numbers)],
            [
                .. from question in book.Questions
                let values = columns
                    .Select(c => c.Figures.Ratios.GetValueOrDefault(question))
                    .ToList()
                where Compare(values)
                select new TableRow(question.Title, [new(question.Title), .. values.Select(Cell)]),
            ],
            []
        );

    private static bool Compare<T>(List<T> values) =>
        values.Count(v => v is not null) >= Math.Min(2, values.Count);

    private static TableColumn Numbers(FigureColumn column) =>
        new(column.Header, ColumnAlignment.Right);

    private static TableCell Cell(RatioFigure? figure) =>
        figure is not null ? new(figure.Text, figure.Value) : TableCell.None;

    private static TableCell Cell(double? value, Func<double, string> format) =>
        value is { } number ? new(format(number), number) : TableCell.None;
}
