using System.Globalization;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Tables;

/// <summary>What levels are called beside ratios: a table of their own, because the two are different evidence.</summary>
internal static class LevelTables
{
    /// <summary>The table as one that stands behind the ratios of the same cases: named so, and folded, with what it holds.</summary>
    /// <param name="table">The levels.</param>
    /// <param name="cases">The cases of its rows.</param>
    public static Table BehindRatios(Table table, IEnumerable<RunCase> cases)
    {
        var count = cases.CountBy(c => c.Status).ToDictionary();
        var title = $"Levels of {table.Title}";
        return table with
        {
            Title = title,
            Summary = string.Create(
                CultureInfo.InvariantCulture,
                $"{title}: {table.Rows.Count} {(table.Rows.Count == 1 ? "case" : "cases")}{Of(CaseStatus.Skipped, "skipped")}{Of(CaseStatus.Failed, "failed")}"
            ),
        };

        string Of(CaseStatus status, string word) =>
            count.GetValueOrDefault(status) is > 0 and var some
                ? string.Create(CultureInfo.InvariantCulture, $", {some} {word}")
                : "";
    }
}
