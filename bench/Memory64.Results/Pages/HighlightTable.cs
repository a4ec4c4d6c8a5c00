using Memory64.Results.Highlights;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The answers of a run as a table.</summary>
internal static class HighlightTable
{
    public static Table Of(IReadOnlyList<Highlight> highlights) =>
        new(
            "",
            "",
            [
                new("What", ColumnAlignment.Left),
                new("Ratio", ColumnAlignment.Right),
                new("From", ColumnAlignment.Left),
            ],
            [
                .. highlights.Select(highlight => new TableRow(
                    highlight.Question.Title,
                    [
                        new(highlight.Question.Title),
                        new(highlight.RatioText, highlight.Median),
                        new(highlight.Detail),
                    ]
                )),
            ],
            []
        );
}
