using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>What each setting changes against the default, each once, of all classes that measure settings.</summary>
/// <param name="Table">A row a setting.</param>
public sealed record SettingsReport(Table Table)
{
    /// <summary>Makes it of the newest version of a machine; <see langword="null"/> where it measured no setting.</summary>
    internal static SettingsReport? Of(MeasuredEngine engine)
    {
        var results = engine.Results;
        var changes = results
            .Cases.SelectMany(result => ChangesOf(result.Case, results))
            .ToLookup(change => change.Setting);
        List<TableRow> rows =
        [
            .. from setting in changes
            orderby LeastOf(setting), setting.Key
            let notes = setting.First().Notes
            select new TableRow(
                setting.Key,
                [
                    new(setting.Key),
                    new(notes.Notes.GetValueOrDefault(setting.Key, "")),
                    notes.InDotNet.TryGetValue(setting.Key, out var name)
                        ? new(name)
                        : TableCell.None,
                    new(Text([.. setting])),
                ]
            ),
        ];
        return rows.Count == 0
            ? null
            : new(
                new Table(
                    "",
                    "",
                    [
                        new("Setting", ColumnAlignment.Left),
                        new("What it does", ColumnAlignment.Left),
                        new("In .NET", ColumnAlignment.Left),
                        new("Time over the default's", ColumnAlignment.Left),
                    ],
                    rows,
                    []
                )
            );
    }

    private static IEnumerable<Change> ChangesOf(RunCase measured, RunResults results)
    {
        if (
            results.Book.PageOf(measured.Benchmark)?.Settings is { } notes
            && measured.Parameters.TryGetValue(notes.Parameter, out var setting)
            && DefaultOf(measured, notes, results) is { } control
            && results.Relation(measured, control) is { } relation
        )
        {
            yield return new(setting, notes, Work(measured, notes), relation);
        }
    }

    // The first control that differs in the setting and in nothing else.
    private static string? DefaultOf(RunCase measured, ParameterNotes notes, RunResults results) =>
        measured.Controls.Values.FirstOrDefault(id =>
            results.Find(id)?.Case is { } other && Work(other, notes) == Work(measured, notes)
        );

    private static string Work(RunCase measured, ParameterNotes notes) =>
        string.Join(
            ' ',
            measured
                .Parameters.Where(p => p.Key != notes.Parameter)
                .Select(p => p.Value)
                .Prepend(measured.Method)
        );

    // What pays most comes first, what only costs last.
    private static double LeastOf(IEnumerable<Change> changes) =>
        changes
            .Where(change => change.Relation.Verdict is Verdict.Faster or Verdict.Slower)
            .Select(change => change.Relation.Ratio)
            .DefaultIfEmpty(1)
            .Min();

    private static string Text(IReadOnlyList<Change> changes)
    {
        var differing = changes
            .Where(change => change.Relation.Verdict is Verdict.Faster or Verdict.Slower)
            .Select(change => $"{change.Work} {RelationText.Format(change.Relation)}");
        var open = changes
            .Where(change => change.Relation.Verdict is Verdict.Unsure or Verdict.TooFewRounds)
            .Select(change => $"{change.Work} not known");
        var same = changes
            .Where(change => change.Relation.Verdict is Verdict.Same or Verdict.SameWithin)
            .Select(change => $"{change.Work} {VerdictText.Format(change.Relation)}");
        return string.Join("; ", [.. differing, .. same, .. open]);
    }

    private sealed record Change(
        string Setting,
        ParameterNotes Notes,
        string Work,
        Relation Relation
    );
}
