using System.CommandLine;
using System.CommandLine.Parsing;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.Relations;

namespace Memory64.Bench.Commands.Run;

/// <summary>The options of <c>run</c>, which are those of no command at all too.</summary>
internal sealed class RunCommandLine
{
    // A week: longer than any run, and within what a timer can wait.
    private const int LongestTimeLimit = 604_800;

    // BenchmarkDotNet makes a case of each round of each case, and looks at all of them again and again.
    private const int MostRounds = 1_000;

    private readonly Option<string[]> _engines = CommonOptions.Engines();

    private readonly Option<string?> _results = CommonOptions.Results();

    private readonly Option<Profile?> _profile = new("--profile")
    {
        Description =
            "smoke (a minute, not recorded), standard (the default, up to ten), full (everything).",
        CustomParser = result => NamedOf<Profile>(result, "smoke, standard or full"),
    };

    private readonly Option<int?> _rounds = new("--rounds")
    {
        Description =
            $"Processes a case, up to {MostRounds}; a verdict needs 7. Default: 8, and up to {Looks.Last} where that decides a ratio; smoke 1.",
        CustomParser = result => NumberOption.WholeOf(result, 1, MostRounds),
    };

    private readonly Option<TimeSpan?> _budget = BudgetOption.Create(
        "10m an engine, with --profile full or a filter 1h; none with --rounds"
    );

    private readonly Option<string[]> _filters = CommonOptions.Filters(", such as '*Boundary*'.");

    private readonly RoomSwitches _rooms = new();

    private readonly Option<string?> _job = new("--job", "-j")
    {
        Description =
            "BenchmarkDotNet's job (dry, short, medium, long) instead of the suite's short rounds.",
    };

    private readonly Option<ListFormat> _list = new("--list")
    {
        Description =
            "List the cases and measure nothing: with bytes and expected time (details, the default), names only (flat), or as a tree.",
        HelpName = "details|flat|tree",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ListOf,
    };

    private readonly Option<int?> _timeLimit = new("--time-limit")
    {
        Description =
            $"Seconds after which a measured process is ended and its case fails, up to {LongestTimeLimit}. Default: {RoundLimit.Default.TotalSeconds}, more for a case that should take longer.",
        HelpName = "SECONDS",
        CustomParser = result => NumberOption.WholeOf(result, 1, LongestTimeLimit),
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description =
            "Go on with the run that was stopped or killed, as it was planned; with --results, the one of that folder.",
    };

    private readonly Option<bool> _restart = new("--restart")
    {
        Description = "Drop what a run that was stopped or killed has left, and begin anew.",
    };

    /// <summary>Makes a command measure, with options of its own.</summary>
    /// <param name="command">The command.</param>
    /// <param name="screen">What the user reads.</param>
    /// <param name="benchmarkDotNet">What followed a bare --.</param>
    /// <param name="verify">Proves an engine before the first round; says whether all its checks passed.</param>
    public static void AddTo(
        Command command,
        Screen screen,
        IReadOnlyList<string> benchmarkDotNet,
        Func<EngineBuild, bool> verify
    )
    {
        var line = new RunCommandLine();
        foreach (
            var option in (Option[])
                [
                    line._engines,
                    line._profile,
                    line._rounds,
                    line._budget,
                    line._filters,
                    .. line._rooms.Options,
                    line._job,
                    line._list,
                    line._results,
                    line._timeLimit,
                    line._resume,
                    line._restart,
                ]
        )
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            new RunCommand(screen, line.Read(parsed, benchmarkDotNet), verify).Execute()
        );
    }

    /// <summary>What the user asked for.</summary>
    /// <param name="parsed">The command line, without errors.</param>
    /// <param name="benchmarkDotNet">What followed a bare --.</param>
    /// <exception cref="UsageException">Options contradict each other.</exception>
    private RunOptions Read(ParseResult parsed, IReadOnlyList<string> benchmarkDotNet)
    {
        var (inputs, theirs) = _rooms.Read(parsed);
        var options = new RunOptions
        {
            Inputs = inputs,
            Engines = parsed.GetValue(_engines) ?? [],
            Profile = parsed.GetValue(_profile),
            Rounds = parsed.GetValue(_rounds),
            Budget = parsed.GetValue(_budget),
            Filters = parsed.GetValue(_filters) is { Length: > 0 } filters ? filters : theirs,
            Results = parsed.GetValue(_results),
            List = parsed.GetValue(_list),
            TimeLimit = new RoundLimit(
                parsed.GetValue(_timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null
            ),
            Restart = parsed.GetValue(_restart),
            BenchmarkDotNet = parsed.GetValue(_job) is { } job
                ? ["--job", job, .. benchmarkDotNet]
                : benchmarkDotNet,
        };
        if (!parsed.GetValue(_resume))
        {
            return options;
        }

        var other = (
            (Option[])
                [
                    _engines,
                    _profile,
                    _rounds,
                    _budget,
                    _filters,
                    .. _rooms.Options,
                    _job,
                    _list,
                    _restart,
                ]
        )
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })
            ?.Name;
        return (other ?? (benchmarkDotNet.Count > 0 ? "--" : null)) is { } refused
            ? throw new UsageException(
                $"--resume goes on with the plan of the run that was stopped; leave out {refused}"
            )
            : options with
            {
                Resume = true,
            };
    }

    private static ListFormat ListOf(ArgumentResult result) =>
        result.Tokens.Count == 0
            ? ListFormat.Details
            : NamedOf<ListFormat>(result, "details, flat or tree") ?? ListFormat.Disabled;

    // By name only: the parser of enumerations takes any number as well.
    private static T? NamedOf<T>(ArgumentResult result, string choices)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        NumberOption.Refuse(result, choices);
        return null;
    }
}
