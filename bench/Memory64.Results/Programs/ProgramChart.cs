using Memory64.Results.Book;
using Memory64.Results.Charts;
using Memory64.Results.Relations;
using Memory64.Results.Units;

namespace Memory64.Results.Programs;

/// <summary>The chart of all programs, the smallest ratio first.</summary>
internal static class ProgramChart
{
    /// <summary>Draws it up; <see langword="null"/> where there are not several programs that count.</summary>
    /// <param name="table">The programs.</param>
    public static Chart? Of(ProgramTable table)
    {
        List<ProgramRow> rows = [.. table.Rows.Where(row => row.Counts).Reverse()];
        return rows.Count < 2
            ? null
            : new()
            {
                Name = table.Plan.Name,
                Title = $"{table.Plan.Ratios[0].Header}, Wasmtime {table.Engine}",
                Whiskers =
                    $"Whiskers are the {PercentText.Format(1 - (2 * new ComparisonOptions().Alpha))} interval of the ratio; a program whose rounds are too few for one has none",
                Shape = ChartShape.Dots,
                CategoryTitle = $"{CountText.Format(rows.Count)} programs, sorted",
                ValueTitle = "Ratio",
                Scale = Scale.Ratio,
                Categories = [.. rows.Select(row => row.Name)],
                Series =
                [
                    new(
                        table.Plan.Ratios[0].Header,
                        [
                            .. rows.Select(row => new ChartPoint(
                                row.Name,
                                row.Main.Ratio,
                                row.Main.Interval
                            )),
                        ]
                    ),
                ],
                Reference = 1,
            };
    }
}
