using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Bench.Commands.Run;

/// <summary>One sitting of a run: measures what is left of its plan, then prints, records and publishes all of it.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="limit">How long a measured process may take.</param>
/// <param name="userConfig">What the user told BenchmarkDotNet.</param>
internal sealed class RunSitting(Screen screen, RoundLimit limit, IConfig userConfig)
{
    /// <summary>Measures, and returns the exit code.</summary>
    /// <param name="run">The run, with the rounds of earlier sittings.</param>
    /// <param name="verified">Whether the proof before the first round passed.</param>
    /// <param name="book">The run files, or <see langword="null"/> where the run isn't recorded.</param>
    /// <param name="journal">Keeps the rounds until then, likewise.</param>
    public int Measure(
        PlannedRun run,
        bool verified,
        RecordBook? book = null,
        RunJournal? journal = null
    )
    {
        var (plan, schedule, recorder) = (run.Plan, run.Schedule, run.Recorder);
        SkipList.Write(screen, plan);
        screen.Line(
            $"measuring {plan.Measured.Count()} cases in {plan.Rounds} rounds{Promise(plan)}"
        );
        using (new StopNotice(journal))
        {
            FollowedMeasurement.Run(
                screen,
                new Measurement(plan, schedule, run.Ended, limit, userConfig),
                schedule,
                journal is null ? [recorder] : [recorder, journal]
            );
        }

        if (schedule.LeftOutCount > 0)
        {
            screen.Line(
                $"{schedule.LeftOutCount} cases have fewer rounds than planned, or none: {DurationText.Format(plan.Budget)} is the budget; --budget gives more. Where an earlier run has more, its record stays"
            );
        }

        foreach (var engine in plan.Engines)
        {
            Print(engine.Id, recorder.Record(engine));
        }

        NoiseCheck.Write(screen, plan.Engines, recorder);
        var isFair = BiasCheck.Write(screen, plan.Engines.Select(recorder.Record));
        Save(recorder, book, journal);
        WritePaths(BenchmarkDotNetExports.Write(userConfig, recorder.Rounds));
        foreach (var (planned, reason) in recorder.Failures)
        {
            screen.Line($"FAILED {planned.Engine.Id} {planned.Case.Id}: {reason}");
        }

        return verified && isFair && recorder.Failures.Count == 0
            ? ExitCode.Success
            : ExitCode.Failed;
    }

    private static string Promise(MeasurementPlan plan) =>
        plan.Budget == TimeSpan.MaxValue ? ""
        : plan.DecidesMore
            ? $", more where that decides a ratio, in {DurationText.Format(plan.Budget)}"
        : $", in {DurationText.Format(plan.Budget)}";

    private void Print(string engine, RunFile run)
    {
        screen.Line();
        screen.Line(
            $"{run.Engine.TitleAs(engine)} ({run.Engine.Origin}) on {run.Machine.Cpu}, {run.Machine.LogicalCores} cores, {run.Machine.Os}"
        );
        foreach (var table in CaseTables.Of(run, Suite.Book))
        {
            screen.Table(table);
        }

        foreach (var highlight in HighlightFinder.Find(run, Suite.Book))
        {
            screen.Line(highlight.Sentence);
        }
    }

    private void Save(RunRecorder recorder, RecordBook? book, RunJournal? journal)
    {
        if (book is null)
        {
            screen.Line(
                "not recorded: a smoke run or a job of your own must not replace longer measurements; --results DIR keeps it"
            );
            return;
        }

        WritePaths(book.Save(recorder));

        // From here on nothing is lost: pages come from the run files, whatever keeps them from being made now.
        journal?.Finish();
        WritePaths(book.Publish());
    }

    private void WritePaths(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            screen.Line($"written: {path}");
        }
    }
}
