using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Commands;

/// <summary>What the user tells BenchmarkDotNet, read by BenchmarkDotNet itself.</summary>
internal static class UserConfig
{
    private static readonly ImmutableConfig Empty = ManualConfig
        .CreateEmpty()
        .CreateImmutableConfig();

    /// <summary>Reads options such as <c>--job short</c> or <c>--filter '*Boundary*'</c>.</summary>
    /// <exception cref="UsageException">BenchmarkDotNet doesn't know them.</exception>
    public static IConfig Parse(IReadOnlyList<string> arguments)
    {
        if (
            arguments.FirstOrDefault(argument =>
                argument is "--list" or "--info" or "--version" or "--help"
            ) is
            { } other
        )
        {
            throw new UsageException(
                $"{other} after --: BenchmarkDotNet's own listing is not part of a run; see ./run-bench.sh --help"
            );
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

        return config.GetJobs().Count() > 1
            ? throw new UsageException(
                "more than one BenchmarkDotNet job: a case has one sampling; name one --job, one runtime"
            )
            : config;
    }

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
                || MatchesId(patterns, measured.Id)
            );
    }

    private static bool MatchesId(IReadOnlyList<string> patterns, string id) =>
        patterns.Any(pattern =>
            System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, id)
        );
}
