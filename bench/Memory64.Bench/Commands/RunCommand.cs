using BenchmarkDotNet.Configs;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Measuring;
using Memory64.Bench.Harness.Progress;
using Memory64.Bench.Harness.Recording;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Spectre.Console;
using Profile = Memory64.Bench.Harness.Cases.Profile;

namespace Memory64.Bench.Commands;

/// <summary><c>run</c>: verify, measure, print, record, publish.</summary>
internal sealed class RunCommand(IAnsiConsole console, RunOptions options)
{
    private const int StandardRounds = 8;
    private const int SmokeRounds = 1;

    private readonly Profile _profile = options.Profile ?? Profile.Standard;
    private readonly IConfig _userConfig = UserConfig.Parse(options.BenchmarkDotNet);

    private bool IsFiltered => options.Filters.Count > 0 || _userConfig.GetFilters().Any();

    public int Execute()
    {
        if (options.Rounds < 1)
        {
            throw new UsageException($"--rounds {options.Rounds}: at least 1");
        }

        var cases = ChooseCases();
        return options.List == ListFormat.Disabled
            ? Measure(cases, FindEngines())
            : CaseList.Write(console, cases, options.List);
    }

    private int Measure(IReadOnlyList<Case> cases, IReadOnlyList<EngineRun> engines)
    {
        var rounds = options.Rounds ?? (_profile == Profile.Smoke ? SmokeRounds : StandardRounds);
        var machine = MachineProbe.Read();
        var available = AvailableMemory.Bytes();
        var plan = MeasurementPlan.Create(
            _profile,
            rounds,
            engines,
            cases,
            SuiteVersion.WasmtimePackage,
            available
        );
        var started = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var recorder = new RunRecorder(plan, machine, SuiteVersion.Read(), started);
        var book = OpenBook(machine.Id, engines);
        book?.CheckJoinable(recorder);

        // Each case has its own assertion; who filters wants a quick answer.
        var verified = IsFiltered || Verify();
        SkipList.Write(console, plan);
        Follow(plan, recorder);
        foreach (var engine in engines)
        {
            Print(recorder.Record(engine));
        }

        Save(book, recorder);
        foreach (var (planned, reason) in recorder.Failures)
        {
            console.WriteLine($"FAILED {planned.Engine.Id} {planned.Case.Id}: {reason}");
        }

        return verified && recorder.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    // A filter chooses from everything, unless a profile is named beside it.
    private List<Case> ChooseCases()
    {
        var largest = IsFiltered && options.Profile is null ? Profile.Full : _profile;
        var cases = CaseCatalog
            .All.Where(measured => measured.Description.Profile <= largest)
            .Where(measured => UserConfig.Wants(_userConfig, options.Filters, measured))
            .ToList();
        return cases.Count > 0
            ? cases
            : throw new UsageException(
                $"{FilterText()}: matches no case of profile {largest.ToString().ToLowerInvariant()}; --list shows them"
            );
    }

    private string FilterText() =>
        options.Filters.Count > 0
            ? $"--filter {string.Join(' ', options.Filters)}"
            : $"-- {string.Join(' ', options.BenchmarkDotNet)}";

    private IReadOnlyList<EngineRun> FindEngines() =>
        EngineRun.NameAll([.. options.Engines.DefaultIfEmpty(null).Select(EngineLocator.Find)]);

    // A smoke run proves that everything works, and a job of the user's own samples in its own way: neither may replace what
    // the suite's rounds measured, unless the user names a folder for it.
    private RecordBook? OpenBook(string machine, IReadOnlyList<EngineRun> engines)
    {
        var isSuiteSampling = _profile != Profile.Smoke && !_userConfig.GetJobs().Any();
        if (!isSuiteSampling && options.Results is null)
        {
            return null;
        }

        var folder = ResultsFolder.Of(options.Results);
        ResultsFolder.RequireWritable(folder);
        return new RecordBook(folder, machine, engines);
    }

    private bool Verify()
    {
        IEnumerable<string[]> commands =
            options.Engines.Count == 0
                ?
                [
                    ["verify"],
                ]
                : options
                    .Engines.Distinct()
                    .Select(engine => new[] { "verify", "--engine", engine });
        return commands.All(command => SelfProcess.Run(command) == ExitCode.Success);
    }

    private void Follow(MeasurementPlan plan, RunRecorder recorder)
    {
        console.WriteLine($"measuring {plan.Measured.Count()} cases in {plan.Rounds} rounds");
        var measurement = new Measurement(plan, _userConfig);
        string? log = null;
        if (console.Profile.Capabilities.Interactive)
        {
            // A spinner would take processor time from the measured process: the line is drawn only when a round begins.
            console
                .Status()
                .AutoRefresh(false)
                .Start(
                    "building the measured program",
                    status =>
                        log = measurement.Run(
                            new Observers(recorder, new TerminalProgress(console, plan, status))
                        )
                );
        }
        else
        {
            log = measurement.Run(new Observers(recorder, new PlainProgress(console, plan)));
        }

        if (log is not null)
        {
            console.WriteLine($"BenchmarkDotNet's log: {log}");
        }
    }

    private void Print(RunFile run)
    {
        console.WriteLine();
        console.WriteLine(
            $"Wasmtime {run.Engine.Version} ({run.Engine.Origin}) on {run.Machine.Cpu}, {run.Machine.LogicalCores} cores, {run.Machine.Os}"
        );
        foreach (var table in CaseTables.Of(run))
        {
            TerminalTables.Write(console, table);
        }

        foreach (var highlight in HighlightFinder.Find(run))
        {
            console.WriteLine(highlight.Sentence);
        }
    }

    private void Save(RecordBook? book, RunRecorder recorder)
    {
        if (book is null)
        {
            console.WriteLine(
                "not recorded: a smoke run or a job of your own must not replace longer measurements; --results DIR keeps it"
            );
            return;
        }

        foreach (var path in book.Save(recorder))
        {
            console.WriteLine($"written: {path}");
        }
    }
}
