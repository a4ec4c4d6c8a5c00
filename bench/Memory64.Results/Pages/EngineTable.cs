using System.Globalization;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>The table that says which engines a machine measured, when, and what became of the cases.</summary>
internal static class EngineTable
{
    public static Table Of(IReadOnlyList<MeasuredEngine> engines, MachineWatch watch) =>
        new(
            "Engines",
            "",
            [
                new("Engine", ColumnAlignment.Left),
                new("Origin", ColumnAlignment.Left),
                new("SHA-256", ColumnAlignment.Left),
                new("Last run", ColumnAlignment.Left),
                new("Profile", ColumnAlignment.Left),
                new("Speed", ColumnAlignment.Left),
                new("Measured", ColumnAlignment.Right),
                new("Skipped", ColumnAlignment.Right),
                new("Failed", ColumnAlignment.Right),
            ],
            [.. engines.Select(engine => Row(engine, watch))],
            []
        );

    private static TableRow Row(MeasuredEngine engine, MachineWatch watch)
    {
        var run = engine.Run;
        return new(
            engine.Id,
            [
                new(engine.Id),
                new(run.Engine.Origin),
                new(run.Engine.ShortSha256),
                new(MinuteText.Format(run.Started)),
                new(run.Profile),
                watch.Speed(run) is { } speed ? new(speed) : TableCell.None,
                Count(run, CaseStatus.Measured),
                Count(run, CaseStatus.Skipped),
                Count(run, CaseStatus.Failed),
            ]
        );
    }

    private static TableCell Count(RunFile run, CaseStatus status)
    {
        var count = run.Cases.Count(c => c.Status == status);
        return new(count.ToString(CultureInfo.InvariantCulture), count);
    }
}
