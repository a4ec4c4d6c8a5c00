using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// The table that says where the runs of a machine were measured. Where runs differ, because the kernel was updated
/// between two of them, each value names its engines.
/// </summary>
internal static class EnvironmentTable
{
    public static Table Of(IReadOnlyList<MeasuredEngine> engines) =>
        new(
            "Environment",
            "",
            [new("What", ColumnAlignment.Left), new("Value", ColumnAlignment.Left)],
            [
                .. EnvironmentFact.All.Select(fact => new TableRow(
                    fact.Name,
                    [new(fact.Name), new(Values(engines, fact))]
                )),
            ],
            []
        );

    private static string Values(IReadOnlyList<MeasuredEngine> engines, EnvironmentFact fact)
    {
        var groups = engines
            .GroupBy(e => fact.Text(e.Run.Machine, e.Run.Suite), StringComparer.Ordinal)
            .ToList();
        return groups.Count == 1
            ? groups[0].Key
            : string.Join(
                "; ",
                groups.Select(g => $"{g.Key} ({string.Join(", ", g.Select(e => e.Id))})")
            );
    }
}
