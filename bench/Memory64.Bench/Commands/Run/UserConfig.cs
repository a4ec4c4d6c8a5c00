using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Commands.Run;

/// <summary>What the user tells BenchmarkDotNet, read by BenchmarkDotNet itself.</summary>
internal static class UserConfig
{
    private const string OtherRuntime =
        "each case is measured in a process of its own, with the runtime that runs this program, so there is no other toolchain or runtime (--inProcess, --runtimes, --cli, --coreRun)";

    private const string NothingBuilt =
        "the measured process is this program itself, so nothing is generated or built";

    private const string OwnListing =
        "BenchmarkDotNet's own listing is not part of a run; see --help before --";

    private static readonly ImmutableConfig Empty = ManualConfig
        .CreateEmpty()
        .CreateImmutableConfig();

    // Options that belong to BenchmarkDotNet's own command line, or to what the suite decides: each with where to look instead.
    private static readonly Dictionary<string, string> Replaced = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["--list"] = OwnListing,
        ["--info"] = OwnListing,
        ["--version"] = OwnListing,
        ["--help"] = OwnListing,
        ["--resume"] = "the suite keeps its own journal; write --resume before --",
        ["--launchCount"] = "a round is one process; --rounds says how many",
        ["--clrVersion"] = OtherRuntime,
        ["--customRuntimePack"] = OtherRuntime,
        ["--ilCompilerVersion"] = OtherRuntime,
        ["--ilcPackages"] = OtherRuntime,
        ["--monoPath"] = OtherRuntime,
        ["--packages"] = OtherRuntime,
        ["--apples"] = "engines take turns in every run; name each by --engine",
        ["--keepFiles"] = NothingBuilt,
        ["--logBuildOutput"] = NothingBuilt,
        ["--generateBinLog"] = NothingBuilt,
        ["--buildTimeout"] = NothingBuilt,
        ["--stopOnFirstError"] =
            "a case that fails doesn't end a run; the program's exit code says that one did",
        ["--disableLogFile"] = "what measured processes say is always logged",
        ["--wakeLock"] = "the suite doesn't keep the system awake",
    };

    // Of a job; what else there is concerns programs that BenchmarkDotNet builds and starts; here it does neither.
    // BenchmarkDotNet's own jobs (--job short) say how often a process is launched, which rounds say here.
    private static readonly HashSet<string> Honoured = LevelOrder
        .Known.Append(EnvironmentMode.EnvironmentVariablesCharacteristic.FullId)
        .Append(EnvironmentMode.AffinityCharacteristic.FullId)
        .Append(CharacteristicObject.IdCharacteristic.FullId)
        .Append(RunMode.LaunchCountCharacteristic.FullId)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads options such as <c>--job short</c> or <c>--filter '*Boundary*'</c>.</summary>
    /// <exception cref="UsageException">BenchmarkDotNet doesn't know them, or the suite can't honour them.</exception>
    public static IConfig Parse(IReadOnlyList<string> arguments)
    {
        foreach (var argument in arguments)
        {
            if (Replaced.TryGetValue(argument.Split('=')[0], out var replacement))
            {
                throw new UsageException($"{argument} after --: {replacement}");
            }
        }

        var logger = new AccumulationLogger();
        var (isSuccess, config, _) = ConfigParser.Parse([.. arguments], logger);
        if (!isSuccess)
        {
            var complaint = logger
                .GetLog()
                .Split(
                    '\n',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                );
            var line = complaint.FirstOrDefault(text =>
                text.Contains("Option", StringComparison.Ordinal)
                || text.Contains("rovided", StringComparison.Ordinal)
            );
            throw new UsageException(
                $"BenchmarkDotNet refuses \"{string.Join(' ', arguments)}\": {line ?? string.Join(" ", complaint.Take(3))}"
            );
        }

        if (config.GetDiagnosers().Any() || config.GetHardwareCounters().Any())
        {
            throw new UsageException(
                $"-- {string.Join(' ', arguments)}: diagnosers and counters (--memory, --threading, --exceptions, --disasm, --profiler, --counters) follow processes that BenchmarkDotNet starts, and here it starts none; leave them out"
            );
        }

        var jobs = config.GetJobs().ToList();
        return jobs.Count > 1
                ? throw new UsageException(
                    "more than one BenchmarkDotNet job: a case has one sampling; name one --job, one runtime"
                )
            : jobs.Select(Unsupported).OfType<string>().FirstOrDefault() is { } unsupported
                ? throw new UsageException(
                    $"-- {string.Join(' ', arguments)}: {unsupported}; leave it out"
                )
            : config;
    }

    // What would be overruled silently, or would measure something else than the record says.
    private static string? Unsupported(Job job) =>
        job.HasValue(InfrastructureMode.ToolchainCharacteristic)
        || job.HasValue(EnvironmentMode.RuntimeCharacteristic)
            ? OtherRuntime
        : job.HasValue(EnvironmentMode.PlatformCharacteristic)
            ? "an engine runs on this machine's own platform only, so there is no --platform"
        : job.GetCharacteristicsWithValues()
            .Where(characteristic =>
                !characteristic.HasChildCharacteristics
                && characteristic.DeclaringType != typeof(MetaMode)
            )
            .FirstOrDefault(characteristic => !Honoured.Contains(characteristic.FullId))
            is { } unknown
            ? $"{unknown.FullId} says nothing to processes that the suite starts itself"
        : null;

    /// <summary>Whether the case is wanted: every filter of BenchmarkDotNet's and one of the patterns match.</summary>
    public static bool Wants(IConfig config, IReadOnlyList<string> patterns, Case measured)
    {
        var benchmarkCase = BenchmarkCase.Create(
            measured.Descriptor,
            Job.Default,
            measured.Values,
            Empty
        );
        return config.GetFilters().All(filter => filter.Predicate(benchmarkCase))
            && (
                patterns.Count == 0
                || new GlobFilter([.. patterns]).Predicate(benchmarkCase)
                || patterns.Any(pattern => CaseSearch.Means(pattern, measured.Id))
            );
    }
}
