using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;
using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary><c>compare</c>: the same cases of two engines or machines, with verdicts.</summary>
internal static class CompareCommand
{
    public static int Execute(IAnsiConsole console, CompareOptions options)
    {
        if (options is not { Alpha: > 0 and < 0.5, Threshold: >= 0 and <= 1000 })
        {
            throw new UsageException(
                "compare: --alpha lies between 0 and 0.5, --threshold between 0 and 1000 (0.02 is 2 %)"
            );
        }

        var settings = new ComparisonOptions
        {
            Alpha = options.Alpha,
            Threshold = options.Threshold,
        };
        var found = RunFinder.Pairs(options.Base, options.New, options.Results);
        var comparisons = found
            .Pairs.Select(pair => Comparison.Of(pair.Base, pair.New, settings))
            .ToList();
        if (options.Json && comparisons.Count > 1)
        {
            throw new UsageException(
                "compare --json: one array can't hold several engines; name two run files"
            );
        }

        foreach (var comparison in comparisons)
        {
            Write(console, comparison, options);
        }

        if (!options.Json)
        {
            WriteRest(console, "BASE", found.OnlyInBase);
            WriteRest(console, "NEW", found.OnlyInNew);
        }

        return
            options.FailOnSlower && comparisons.Exists(comparison => comparison.Totals.Slower > 0)
            ? ExitCode.Failed
            : ExitCode.Success;
    }

    private static void Write(IAnsiConsole console, Comparison comparison, CompareOptions options)
    {
        if (options.Json)
        {
            Console.Out.Write(ComparisonJson.Write(comparison));
            return;
        }

        // Two machines differ in speed: what tells a cheaper memory64 from a faster machine is each row over its control.
        var acrossMachines = comparison.Base.Machine.Id != comparison.New.Machine.Id;
        console.WriteLine(
            $"{Name(comparison.Base)} against {Name(comparison.New)}: ratio is the second over the first; alpha {PercentText.Format(options.Alpha)}, threshold {PercentText.Format(options.Threshold)}"
        );
        if (!acrossMachines && !comparison.IsInterleaved)
        {
            console.WriteLine(
                "not of one run, so their rounds are not interleaved: verdicts include what the machine did differently in between"
            );
        }

        foreach (var table in ComparisonTables.Of(comparison, relativeToControls: acrossMachines))
        {
            if (options.Markdown)
            {
                Console.Out.WriteLine($"### {table.Title}\n\n{MarkdownWriter.Write(table)}");
            }
            else
            {
                TerminalTables.Write(console, table);
            }
        }

        var totals = comparison.Totals;
        console.WriteLine(
            $"{totals.Faster} faster, {totals.Slower} slower, {totals.Same} same, {totals.Unsure} unsure, {totals.TooFewRounds} with too few rounds, {totals.NotCompared} not compared"
        );
    }

    private static void WriteRest(IAnsiConsole console, string side, IReadOnlyList<string> engines)
    {
        if (engines.Count > 0)
        {
            console.WriteLine(
                $"not compared, as only {side} has them: {string.Join(", ", engines)}"
            );
        }
    }

    private static string Name(RunFile run) =>
        $"{run.Engine.Version} ({run.Engine.Origin}) on {run.Machine.Id}";
}
