using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Spectre.Console;

namespace Memory64.Bench.Commands.Run;

/// <summary>
/// Compares an engine that was measured twice with itself (A/A): nothing differs, so no verdict may say that something
/// does.
/// </summary>
internal static class NoiseCheck
{
    /// <summary>Writes a line for each repeated engine, and one for each wrong verdict.</summary>
    public static void Write(
        Screen screen,
        IEnumerable<PlannedEngine> engines,
        RunRecorder recorder
    )
    {
        var builds = engines.GroupBy(engine => engine.Build.Sha256, StringComparer.Ordinal);
        foreach (var runs in builds.Select(build => build.ToList()))
        {
            foreach (var repeated in runs.Skip(1))
            {
                Write(
                    screen,
                    runs[0].Id,
                    repeated.Id,
                    recorder.Record(runs[0]),
                    recorder.Record(repeated)
                );
            }
        }
    }

    private static void Write(
        Screen screen,
        string first,
        string second,
        RunFile firstRun,
        RunFile secondRun
    )
    {
        var comparison = Comparison.Of(firstRun, secondRun);
        var totals = comparison.Totals;
        var wrong = comparison.Differing.ToList();
        screen.Line();
        screen.Line(
            $"{first} against itself ({second}): {wrong.Count} wrong verdicts, {totals.Same} same, {totals.SameWithin} same within a margin, {totals.Unsure} unsure, {totals.TooFewRounds} with too few rounds"
        );
        foreach (var c in wrong)
        {
            screen.Line(
                $"wrong: {VerdictText.Format(c.Relation)} {c.Case.Id}: {RelationText.Format(c.Relation)}, which is noise"
            );
        }
    }
}
