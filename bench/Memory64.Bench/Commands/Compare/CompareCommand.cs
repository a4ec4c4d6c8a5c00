using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Results.Comparisons;

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
            Description =
                "Run file, machine folder, or engine version that is compared with it: ratios are NEW over BASE.",
        };
        var switches = new ComparisonSwitches();
        var results = CommonOptions.Results();
        var command = new Command(
            "compare",
            "Compare two engines or machines case by case, with verdicts."
        )
        {
            baseName,
            newName,
            results,
        };
        switches.AddTo(command);
        command.SetAction(parsed =>
            Execute(
                screen,
                new CompareOptions
                {
                    Base = parsed.GetValue(baseName)!,
                    New = parsed.GetValue(newName)!,
                    Results = ResultsFolder.Of(parsed.GetValue(results)),
                    Comparison = switches.OptionsOf(parsed),
                    Form = switches.FormOf(parsed),
                    FailOnSlower = switches.FailsOnSlower(parsed),
                }
            )
        );
        return command;
    }

    private static int Execute(Screen screen, CompareOptions options)
    {
        var found = RunFinder.Pairs(options.Base, options.New, options.Results);
        var comparisons = found
            .Pairs.Select(pair =>
                Comparison.Of(pair.Base, pair.New, options.Comparison, found.Between)
            )
            .ToList();
        if (options.Form == OutputForm.Json && comparisons.Count > 1)
        {
            throw new UsageException(
                "compare --json: one array can't hold several engines; name two run files"
            );
        }

        foreach (var comparison in comparisons)
        {
            ComparisonOutput.Write(screen, comparison, options.Form);
        }

        if (options.Form != OutputForm.Json)
        {
            WriteRest(screen, "BASE", found.OnlyInBase);
            WriteRest(screen, "NEW", found.OnlyInNew);
        }

        return options.FailOnSlower ? ComparisonOutput.Judge(comparisons) : ExitCode.Success;
    }

    private static void WriteRest(Screen screen, string side, IReadOnlyList<string> engines)
    {
        if (engines.Count > 0)
        {
            screen.Line($"not compared, as only {side} has them: {string.Join(", ", engines)}");
        }
    }
}
