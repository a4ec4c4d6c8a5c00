using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;
using Spectre.Console;
using Profile = Memory64.Bench.Harness.Cases.Profile;

namespace Memory64.Bench.Commands.Run;

/// <summary><c>run</c>: plans a run, or finds the one that goes on, and lets it be measured.</summary>
internal sealed class RunCommand(Screen screen, RunOptions options, Func<EngineBuild, bool> verify)
{
    private const int StandardRounds = 8;
    private const int SmokeRounds = 1;

    // For each engine, what the profiles promise.
    private static readonly TimeSpan StandardBudget = TimeSpan.FromMinutes(10),
        FullBudget = TimeSpan.FromHours(1);

    private readonly Profile _profile = options.Profile ?? Profile.Standard;
    private readonly CaseCatalog _catalog = new(options.Inputs);
    private readonly IConfig _userConfig = UserConfig.Parse(options.BenchmarkDotNet);

    private bool IsFiltered => options.Filters.Count > 0 || _userConfig.GetFilters().Any();

    public int Execute()
    {
        if (options.Resume)
        {
            return Resume();
        }

        var cases = ChooseCases();
        return options.List == ListFormat.Disabled
            ? Begin(cases)
            : CaseList.Write(screen, cases, options.List, DetailsOfCases);
    }

    private int Begin(IReadOnlyList<Case> cases)
    {
        var machine = MachineProbe.Read();
        var folder = RecordedFolder();
        var engines = NameEngines(folder, machine.Id);
        var trial = new SettingsTrial(SelfProcess.Try);
        var plan = MeasurementPlan.Create(
            _profile,
            options.Rounds ?? (_profile == Profile.Smoke ? SmokeRounds : StandardRounds),
            engines,
            cases,
            Surroundings.OfMachine() with
            {
                NoRoom = trial.NoRoom,
            },
            trial.Refusal
        ) with
        {
            Budget = BudgetOf(engines.Count),
            DecidesMore = options.Rounds is null && _profile != Profile.Smoke,
        };
        var suite = SuiteVersion.Read();
        var started = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var schedule = new RoundSchedule(plan);
        var recorder = NewRecorder(plan, schedule, machine, suite, started);
        var sitting = new RunSitting(
            screen,
            plan,
            schedule,
            recorder,
            options.TimeLimit,
            _userConfig
        );
        if (folder is null)
        {
            using var onlyOne = RunLock.OfProgram(AppContext.BaseDirectory);
            return sitting.Measure(Verify(engines));
        }

        ResultsFolder.RequireWritable(folder);
        using var claim = RunLock.OfResults(folder);
        RefuseUnfinished(folder);
        var book = new RecordBook(folder, machine.Id, engines);
        book.CheckJoinable(recorder);
        using var alone = RunLock.OfProgram(AppContext.BaseDirectory);
        var verified = Verify(engines);
        using var journal = RunJournal.Begin(
            RunJournal.PathIn(folder),
            JournalHeader.Of(plan, machine, suite, started, options.BenchmarkDotNet, verified)
        );
        return sitting.Measure(verified, book, journal);
    }

    private int Resume()
    {
        var folder = ResultsFolder.Of(options.Results);
        if (UnfinishedRun.Read(RunJournal.PathIn(folder)) is not { } unfinished)
        {
            throw new UsageException($"--resume: no run was stopped in {folder}");
        }

        using var claim = RunLock.OfResults(folder);
        using var alone = RunLock.OfProgram(AppContext.BaseDirectory);
        var header = unfinished.Header;
        var restored = RestoredRun.Of(
            unfinished,
            MachineProbe.Read(),
            SuiteVersion.Read(),
            AvailableMemory.Bytes()
        );
        var schedule = new RoundSchedule(restored.Plan);
        var recorder = NewRecorder(
            restored.Plan,
            schedule,
            header.Machine,
            header.Suite,
            header.Started
        );
        foreach (var result in restored.Ended)
        {
            recorder.RoundEnded(result);
            schedule.RoundEnded(result);
        }

        var book = new RecordBook(folder, header.Machine.Id, header.Engines);
        book.CheckJoinable(recorder);
        screen.Line(
            $"going on with the run of {MinuteText.Format(header.Started)}: {restored.Ended.Count} of {unfinished.PlannedRounds} rounds have ended"
        );
        using var journal = RunJournal.GoOn(unfinished);
        return new RunSitting(
            screen,
            restored.Plan,
            schedule,
            recorder,
            options.TimeLimit,
            UserConfig.Parse(header.BenchmarkDotNet)
        )
        {
            Ended = restored.Ended,
        }.Measure(header.Verified, book, journal);
    }

    // A filter chooses from everything, unless a profile is named beside it.
    private List<Case> ChooseCases()
    {
        var largest = IsFiltered && options.Profile is null ? Profile.Full : _profile;
        var cases = _catalog
            .All.Where(measured => measured.Description.Profile <= largest)
            .Where(measured => UserConfig.Wants(_userConfig, options.Filters, measured))
            .ToList();
        return cases.Count > 0
            ? cases
            : throw new UsageException(
                $"{FilterText()}: matches no case of profile {largest.ToString().ToLowerInvariant()}{Hint()}; --list shows them"
            );
    }

    private string Hint() =>
        options
            .Filters.Select(filter => CaseSearch.Hint(filter, _catalog.All))
            .FirstOrDefault(hint => hint.Length > 0)
        ?? "";

    private CaseDetails DetailsOfCases() =>
        new(
            ResultsFolder.Of(options.Results),
            options.Engines.FirstOrDefault(engine => !string.IsNullOrWhiteSpace(engine))
                ?? SuiteVersion.WasmtimePackage
        );

    private string FilterText() =>
        options.Filters.Count > 0
            ? $"--filter {string.Join(' ', options.Filters)}"
            : $"-- {string.Join(' ', options.BenchmarkDotNet)}";

    private IReadOnlyList<PlannedEngine> NameEngines(string? folder, string machine)
    {
        string? Recorded(string id) =>
            folder is not null
            && new RunFolder(folder).RunPath(machine, id) is var path
            && File.Exists(path)
                ? RunFile.Load(path).Engine.Sha256
                : null;

        return ChosenEngine.NameAll(options.Engines, Recorded);
    }

    // Fewer cores than the machine's other rows had is what a reader must know of a row.
    private static RunRecorder NewRecorder(
        MeasurementPlan plan,
        RoundSchedule schedule,
        RunMachine machine,
        RunSuite suite,
        DateTimeOffset started
    ) =>
        new(plan, machine, suite, started)
        {
            Remark = ProcessLimits.Cores(machine) is { } cores ? $"measured on {cores}" : null,
            LeftOut = schedule.LeftOut,
            CodeOf = new CodeRecorder().Of,
        };

    // Who says how many rounds, wants these rounds.
    private TimeSpan BudgetOf(int engines) =>
        options.Budget
        ?? (
            options.Rounds is not null || _profile == Profile.Smoke ? TimeSpan.MaxValue
            : IsFiltered || _profile == Profile.Full ? engines * FullBudget
            : engines * StandardBudget
        );

    // A smoke run proves that everything works, and a job of the user's own samples in its own way: neither may replace what
    // the suite's rounds measured, unless the user names a folder for it.
    private string? RecordedFolder()
    {
        var isSuiteSampling = _profile != Profile.Smoke && !_userConfig.GetJobs().Any();
        if (!isSuiteSampling && options.Results is null)
        {
            return null;
        }

        return ResultsFolder.Of(options.Results);
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

    // Each case has its own assertion; who filters wants a quick answer.
    private bool Verify(IEnumerable<PlannedEngine> engines) =>
        IsFiltered
        || engines
            .Select(engine => engine.Build)
            .DistinctBy(build => build.LibraryPath)
            .Aggregate(true, (all, build) => verify(build) && all);
}
