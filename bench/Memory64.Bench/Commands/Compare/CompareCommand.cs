using System.CommandLine;
using Memory64.Bench.Commands.Shared;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;
using Spectre.Console;

namespace Memory64.Bench.Commands.Compare;

/// <summary><c>compare</c>: the same cases of two engines or machines, with verdicts.</summary>
internal static class CompareCommand
{
    public static Command Build(Screen screen)
    {
        var baseName = new Argument<string>("BASE")
        {
            Description = "Run file, machine folder, or engine version measured on this machine.",
        };
        var newName = new Argument<string>("NEW")
        {
            Description = "Likewise; ratios are NEW over BASE.",
        };
        var alpha = new Option<double>("--alpha")
        {
            Description =
                "What a one-sided p-value must be less than; above 0, below 0.5. Default: 0.01.",
            DefaultValueFactory = _ => 0.01,
            CustomParser = result =>
                NumberOption.RealOf(
                    result,
                    alpha => alpha is > 0 and < 0.5,
                    "a number above 0 and below 0.5 (0.01 is 1 %)"
                ),
        };
        var threshold = new Option<double>("--threshold")
        {
            Description = "Share by which times must differ to matter, 0 to 1000. Default: 0.02.",
            DefaultValueFactory = _ => 0.02,
            CustomParser = result =>
                NumberOption.RealOf(
                    result,
                    threshold => threshold is >= 0 and <= 1000,
                    "a number from 0 to 1000 (0.02 is 2 %)"
                ),
        };
        var json = new Option<bool>("--json")
        {
            Description = "Write a JSON array, an object a case.",
        };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown." };
        var failOn = new Option<string?>("--fail-on")
        {
            Description = "slower: exit with 1 where a case became slower, or failed in NEW only.",
            HelpName = "slower",
        };
        failOn.AcceptOnlyFromAmong("slower");
        var results = CommonOptions.Results();
        var command = new Command(
            "compare",
            "Compare two engines or machines case by case, with verdicts."
        )
        {
            baseName,
            newName,
            alpha,
            threshold,
            json,
            markdown,
            failOn,
            results,
        };
        command.SetAction(parsed =>
            Execute(
                screen,
                new CompareOptions
                {
                    Base = parsed.GetValue(baseName)!,
                    New = parsed.GetValue(newName)!,
                    Results = ResultsFolder.Of(parsed.GetValue(results)),
                    Alpha = parsed.GetValue(alpha),
                    Threshold = parsed.GetValue(threshold),
                    Json = parsed.GetValue(json),
                    Markdown = parsed.GetValue(markdown),
                    FailOnSlower = parsed.GetValue(failOn) is not null,
                }
            )
        );
        return command;
    }

    private static int Execute(Screen screen, CompareOptions options)
    {
        var settings = new ComparisonOptions
        {
            Alpha = options.Alpha,
            Threshold = options.Threshold,
        };
        var found = RunFinder.Pairs(options.Base, options.New, options.Results);
        var comparisons = found
            .Pairs.Select(pair => Comparison.Of(pair.Base, pair.New, settings, found.Between))
            .ToList();
        if (options.Json && comparisons.Count > 1)
        {
            throw new UsageException(
                "compare --json: one array can't hold several engines; name two run files"
            );
        }

        foreach (var comparison in comparisons)
        {
            Write(screen, comparison, options);
        }

        if (!options.Json)
        {
            WriteRest(screen, "BASE", found.OnlyInBase);
            WriteRest(screen, "NEW", found.OnlyInNew);
        }

        if (!options.FailOnSlower || Worse(comparisons) is not { } worse)
        {
            return ExitCode.Success;
        }

        Screen.Complain($"--fail-on slower: {worse}");
        return ExitCode.Failed;
    }

    // A case that doesn't run any more is worse than a slower one, and where nothing was compared nothing is known.
    private static string? Worse(IReadOnlyList<Comparison> comparisons)
    {
        var slower = comparisons.Sum(comparison => comparison.Totals.Slower);
        var lost = comparisons.Sum(comparison => comparison.Lost.Count());
        return slower + lost > 0
                ? $"{slower} cases are slower, {lost} that BASE measured failed in NEW"
            : comparisons.Any(comparison => comparison.Cases.Count == 0)
                ? "nothing was compared, because no case was measured by both"
            : null;
    }

    private static void Write(Screen screen, Comparison comparison, CompareOptions options)
    {
        if (options.Json)
        {
            Screen.Raw(ComparisonJson.Write(comparison));
            return;
        }

        // Two machines differ in speed: what tells a cheaper memory64 from a faster machine is each row over its control.
        var acrossMachines = comparison.Base.Machine.Id != comparison.New.Machine.Id;
        var (older, newer) = (comparison.Base.Engine, comparison.New.Engine);
        var ofTwoBuilds = older.Version == newer.Version && older.Sha256 != newer.Sha256;
        screen.Line(
            $"{Name(comparison.Base, ofTwoBuilds)} against {Name(comparison.New, ofTwoBuilds)}: ratio is the second over the first; alpha {PercentText.Format(options.Alpha)}, threshold {PercentText.Format(options.Threshold)}"
        );
        if (!acrossMachines && !comparison.IsInterleaved)
        {
            screen.Line(
                "not of one run, so their rounds are not interleaved: verdicts include what the machine did differently in between"
            );
        }

        if (string.Join("; ", comparison.EnvironmentDifferences) is { Length: > 0 } differences)
        {
            screen.Line($"not measured alike: {differences}");
        }

        foreach (var table in ComparisonTables.Of(comparison, Suite.Book, acrossMachines))
        {
            if (options.Markdown)
            {
                Screen.Raw($"### {table.Title}\n\n{MarkdownWriter.Write(table)}\n");
            }
            else
            {
                screen.Table(table);
            }
        }

        var totals = comparison.Totals;
        screen.Line(
            $"{totals.Faster} faster, {totals.Slower} slower, {totals.Same} same, {totals.SameWithin} same within a margin, {totals.Unsure} unsure, {totals.TooFewRounds} with too few rounds, {totals.NotCompared} not compared"
        );
    }

    private static void WriteRest(Screen screen, string side, IReadOnlyList<string> engines)
    {
        if (engines.Count > 0)
        {
            screen.Line($"not compared, as only {side} has them: {string.Join(", ", engines)}");
        }
    }

    private static string Name(RunFile run, bool withHash) =>
        $"{run.Engine.Version} ({run.Engine.Origin}{(withHash ? $", {run.Engine.ShortSha256}" : "")}) on {run.Machine.Id}";
}
