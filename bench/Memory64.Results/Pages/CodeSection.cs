using Memory64.Results.Book;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>What a page says of the code that each engine makes of the same loops: turns that no clock had to find.</summary>
internal static class CodeSection
{
    private const string SameAsBefore = "=";

    /// <summary>Adds the section; nothing where no loop's code is known of two engines.</summary>
    /// <param name="page">The page.</param>
    /// <param name="oldestFirst">The engines, each once.</param>
    /// <param name="book">Which loops are shown.</param>
    public static void AddTo(
        PageBuilder page,
        IReadOnlyList<MeasuredEngine> oldestFirst,
        SuiteBook book
    )
    {
        List<TableRow> rows =
        [
            .. from loop in book.CodeRows
            let codes = Codes(loop, oldestFirst)
            where codes.OfType<RunCode>().Count() > 1
            select new TableRow(loop.Title, [new(loop.Title), .. Cells(codes)]),
        ];
        if (rows.Count == 0)
        {
            return;
        }

        page.Heading(2, "What each version's code is")
            .Paragraph(
                "Instructions for one operation of a loop, in parentheses those of the bounds check, oldest engine first."
            )
            .Table(
                new(
                    "",
                    "",
                    [
                        new("Loop", ColumnAlignment.Left),
                        .. oldestFirst.Select(e => new TableColumn(e.Id, ColumnAlignment.Right)),
                    ],
                    rows,
                    [
                        $"{SameAsBefore} is the same code as the engine's before, so each figure but a row's first is a turn: the code became another, even where its instructions are as many.",
                    ]
                )
            );
    }

    // Of one guest with the same settings, the latest: what another build of it became says nothing of the engines.
    private static List<RunCode?> Codes(CodeRow loop, IReadOnlyList<MeasuredEngine> engines)
    {
        List<RunCase?> cases =
        [
            .. engines.Select(e =>
                e.Run.Cases.FirstOrDefault(c => c.Code is not null && loop.Pattern.Matches(c.Name))
            ),
        ];
        var latest = cases.OfType<RunCase>().LastOrDefault();
        return [.. cases.Select(c => c is not null && IsOfWorkOf(c, latest!) ? c.Code : null)];
    }

    private static bool IsOfWorkOf(RunCase one, RunCase other) =>
        string.Equals(one.Guest?.Sha256, other.Guest?.Sha256, StringComparison.OrdinalIgnoreCase)
        && one.Settings.ToHashSet().SetEquals(other.Settings);

    private static IEnumerable<TableCell> Cells(List<RunCode?> codes)
    {
        RunCode? before = null;
        foreach (var code in codes)
        {
            var cell = CodeColumn.Cell(code);
            yield return code is not null && before is not null && code.IsSameAs(before)
                ? cell with
                {
                    Text = SameAsBefore,
                }
                : cell;
            before = code ?? before;
        }
    }
}
