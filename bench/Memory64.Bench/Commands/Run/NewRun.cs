using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.Units;

namespace Memory64.Bench.Commands.Run;

/// <summary>A run that begins: plans it, proves its engines, and lets it be measured.</summary>
/// <param name="session">What it is measured in.</param>
/// <param name="options">What the user asked for.</param>
/// <param name="userConfig">What the user told BenchmarkDotNet.</param>
/// <param name="verify">Proves an engine before the first round; says whether all its checks passed.</param>
internal sealed class NewRun(
    Session session,
    RunOptions options,
    IConfig userConfig,
    Func<EngineBuild, bool> verify
)
{
    /// <summary>Measures, and returns the exit code.</summary>
    /// <param name="sitting">Lets a run be measured.</param>
    /// <param name="cases">What is measured.</param>
    /// <param name="isFiltered">Whether a filter chose them: each has its own assertion, and who filters wants a quick answer.</param>
    public int Measure(RunSitting sitting, IReadOnlyList<Case> cases, bool isFiltered)
    {
        var folder = RecordedFolder();
        var engines = session.Engines(options.Engines, folder);
        var plan = RunBudget.Limit(
            session.Plan(
                options.Profile ?? Profile.Standard,
                RunBudget.RoundsOf(options),
                engines,
                cases
            ),
            options,
            isFiltered
        );
        if (plan.Cases.Count == 0)
        {
            throw new UsageException(
                $"{cases[0].Id} and what else is asked for is measured on {cases[0].Description.OnlyOn} alone: name one by --engine, such as v8@26.10.0"
            );
        }

        var started = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var machine = session.MachineIn(folder);
        var run = new PlannedRun(plan, machine, session.Suite, started);
        if (folder is null)
        {
            session.BeAlone();
            return sitting.Measure(run, Verify(engines, isFiltered));
        }

        ResultsFolder.RequireWritable(folder);
        session.Claim(folder);
        RefuseUnfinished(folder);
        var book = new RecordBook(folder, machine.Id, engines);
        book.CheckJoinable(run.Recorder);
        session.BeAlone();
        var verified = Verify(engines, isFiltered);
        using var journal = RunJournal.Begin(
            RunJournal.PathIn(folder),
            JournalHeader.Of(
                plan,
                machine,
                session.Suite,
                started,
                options.BenchmarkDotNet,
                verified
            )
        );
        return sitting.Measure(run, verified, book, journal);
    }

    // A smoke run proves that everything works, and a job of the user's own samples in its own way: neither may replace what
    // the suite's rounds measured, unless the user names a folder for it.
    private string? RecordedFolder()
    {
        var isSuiteSampling = options.Profile != Profile.Smoke && !userConfig.GetJobs().Any();
        return isSuiteSampling || options.Results is not null
            ? ResultsFolder.Of(options.Results)
            : null;
    }

    private void RefuseUnfinished(string folder)
    {
        if (
            !options.Restart
            && UnfinishedRun.Read(RunJournal.PathIn(folder)) is { Rounds.Count: > 0 } unfinished
        )
        {
            throw new UsageException(
                $"{folder}: the run of {MinuteText.Format(unfinished.Header.Started)} was stopped after {unfinished.Rounds.Count} of {unfinished.PlannedRounds} rounds; --resume goes on with it, --restart drops it"
            );
        }
    }

    private bool Verify(IEnumerable<PlannedEngine> engines, bool isFiltered) =>
        isFiltered
        || engines
            .Select(engine => engine.Build)
            .DistinctBy(build => build.LibraryPath)
            .Aggregate(true, (all, build) => verify(build) && all);
}
