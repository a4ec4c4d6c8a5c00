using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Records;
using Memory64.Results.Units;

namespace Memory64.Bench.Commands.Run;

/// <summary>A run that was stopped or killed, and goes on.</summary>
/// <param name="session">What it is measured in.</param>
/// <param name="screen">Where it is shown.</param>
/// <param name="folder">Its results folder.</param>
internal sealed class StoppedRun(Session session, Screen screen, string folder)
{
    /// <summary>Measures what is left, and returns the exit code.</summary>
    /// <param name="sittingOf">Lets a run be measured whose user told BenchmarkDotNet so.</param>
    public int GoOn(Func<IReadOnlyList<string>, RunSitting> sittingOf)
    {
        if (UnfinishedRun.Read(RunJournal.PathIn(folder)) is not { } unfinished)
        {
            throw new UsageException($"--resume: no run was stopped in {folder}");
        }

        session.Claim(folder);
        session.BeAlone();
        var header = unfinished.Header;
        var restored = RestoredRun.Of(
            unfinished,
            session.MachineIn(folder),
            session.Suite,
            AvailableMemory.Bytes()
        );
        var run = new PlannedRun(restored.Plan, header.Machine, header.Suite, header.Started);
        run.GoOnFrom(restored.Ended);
        var book = new RecordBook(folder, header.Machine.Id, header.Engines);
        book.CheckJoinable(run.Recorder);
        screen.Line(
            $"going on with the run of {MinuteText.Format(header.Started)}: {restored.Ended.Count} of {unfinished.PlannedRounds} rounds have ended"
        );
        using var journal = RunJournal.GoOn(unfinished);
        return sittingOf(header.BenchmarkDotNet).Measure(run, header.Verified, book, journal);
    }
}
