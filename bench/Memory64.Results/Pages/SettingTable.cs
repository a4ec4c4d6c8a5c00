using Memory64.Results.Book;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The table that says what the settings of a run's cases mean, and with which values they were recorded.</summary>
internal static class SettingTable
{
    /// <summary>A row for each setting that the cases name, in their order; no row where they name none.</summary>
    public static Table Of(IEnumerable<RunCase> cases, SuiteBook book) =>
        new(
            "",
            "",
            [
                new("Setting", ColumnAlignment.Left),
                new("Recorded as", ColumnAlignment.Left),
                new("What it does", ColumnAlignment.Left),
            ],
            [
                .. from each in cases
                let settings = book.PageOf(each.Benchmark)?.Settings
                where settings is not null && each.Parameters.ContainsKey(settings.Parameter)
                group (each.Settings, settings.Notes) by each.Parameters[
                    settings.Parameter
                ] into setting
                select new TableRow(
                    setting.Key,
                    [
                        new(setting.Key),
                        Cell(
                            string.Join(
                                ", ",
                                setting.SelectMany(s => Values(s.Settings)).Distinct()
                            )
                        ),
                        Cell(setting.First().Notes.GetValueOrDefault(setting.Key, "")),
                    ]
                ),
            ],
            []
        );

    private static IEnumerable<string> Values(OrderedDictionary<string, string> settings) =>
        settings.Select(s => $"{s.Key}={s.Value}");

    private static TableCell Cell(string text) => text.Length == 0 ? TableCell.None : new(text);
}
