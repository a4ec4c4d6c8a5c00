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

        if (!options.FailOnSlower || Worse(comparisons) is not { } worse)
        {
            return ExitCode.Success;
        }

        Console.Error.WriteLine($"--fail-on slower: {worse}");
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

    private static void Write(IAnsiConsole console, Comparison comparison, CompareOptions options)
    {
        if (options.Json)
        {
            Console.Out.Write(ComparisonJson.Write(comparison));
            return;
        }

        // Two machines differ in speed: what tells a cheaper memory64 from a faster machine is each row over its control.
        var acrossMachines = comparison.Base.Machine.Id != comparison.New.Machine.Id;
        var (older, newer) = (comparison.Base.Engine, comparison.New.Engine);
        var ofTwoBuilds = older.Version == newer.Version && older.Sha256 != newer.Sha256;
        console.WriteLine(
            $"{Name(comparison.Base, ofTwoBuilds)} against {Name(comparison.New, ofTwoBuilds)}: ratio is the second over the first; alpha {PercentText.Format(options.Alpha)}, threshold {PercentText.Format(options.Threshold)}"
        );
        if (!acrossMachines && !comparison.IsInterleaved)
        {
            console.WriteLine(
                "not of one run, so their rounds are not interleaved: verdicts include what the machine did differently in between"
            );
        }

        if (string.Join("; ", comparison.EnvironmentDifferences) is { Length: > 0 } differences)
        {
            console.WriteLine($"not measured alike: {differences}");
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

    private static string Name(RunFile run, bool withHash) =>
        $"{run.Engine.Version} ({run.Engine.Origin}{(withHash ? $", {run.Engine.ShortSha256}" : "")}) on {run.Machine.Id}";
}
