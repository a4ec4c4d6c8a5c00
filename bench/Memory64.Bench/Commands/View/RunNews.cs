using System.Text.Json;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Bench.Commands.View;

/// <summary>What is known of a run that is under way, from its journal.</summary>
/// <param name="Text">JSON: { "progress": a line, "files": [ a run file for each engine, with the cases that have a round ] }.</param>
/// <param name="Rounds">How many rounds have ended.</param>
internal sealed record RunNews(string Text, int Rounds)
{
    /// <summary>Reads the journal; <see langword="null"/> where there is none any more, or none that tells more.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="known">How many rounds are known already; less than 0 for not even the plan.</param>
    /// <exception cref="MeasurementException">The run is of another program or other engines than this one can read.</exception>
    public static RunNews? Of(string folder, int known)
    {
        if (
            UnfinishedRun.Read(RunJournal.PathIn(folder)) is not { } unfinished
            || unfinished.Rounds.Count <= known
        )
        {
            return null;
        }

        var header = unfinished.Header;
        var run = RestoredRun.Of(unfinished, header.Machine, header.Suite, ulong.MaxValue);
        var schedule = new RoundSchedule(run.Plan);
        // Without the loops' code: to find it would compile every guest beside the measurement.
        var recorder = new RunRecorder(run.Plan, header.Machine, header.Suite, header.Started)
        {
            LeftOut = schedule.LeftOut,
        };
        foreach (var result in run.Ended)
        {
            schedule.RoundEnded(result);
            recorder.RoundEnded(result);
        }

        var files = run.Plan.Engines.Select(recorder.Record).Select(Begun).Select(f => f.ToJson());
        var progress =
            $"A run is under way since {MinuteText.Format(header.Started)}: {run.Ended.Count} of {unfinished.PlannedRounds} rounds have ended, about {DurationText.Format(schedule.Left())} left.";
        return new(
            $"{{\"progress\":{JsonSerializer.Serialize(progress)},\"files\":[{string.Join(",", files)}]}}",
            run.Ended.Count
        );
    }

    // A case that waits for its first round would be recorded as failed.
    private static RunFile Begun(RunFile run) =>
        run with
        {
            Cases =
            [
                .. run.Cases.Where(c =>
                    c.Status == CaseStatus.Skipped
                    || c.Rounds.Count > 0
                    || c.Duels.Any(duel => duel.Rounds.Count > 0)
                ),
            ],
        };
}
