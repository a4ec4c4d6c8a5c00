using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Bench.Commands.Screens;

/// <summary>Shows comparisons, and says whether one of them is bad news.</summary>
internal static class ComparisonOutput
{
    /// <summary>The exit code where a slower case is a failure, which is then complained of.</summary>
    public static int Judge(IReadOnlyList<Comparison> comparisons)
    {
        if (Worse(comparisons) is not { } worse)
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

    /// <summary>Writes the tables, with what was not measured alike, and how many cases have which verdict.</summary>
    public static void Write(Screen screen, Comparison comparison, OutputForm form)
    {
        if (form == OutputForm.Json)
        {
            Screen.Raw(ComparisonJson.Write(comparison));
            return;
        }

        // Two machines differ in speed: what tells a cheaper memory64 from a faster machine is each row over its control.
        var acrossMachines = !comparison.Base.Machine.IsSame(comparison.New.Machine);
        var (older, newer) = (comparison.Base.Engine, comparison.New.Engine);
        var ofTwoBuilds = older.Version == newer.Version && older.Sha256 != newer.Sha256;
        screen.Line(
            $"{Name(comparison.Base, ofTwoBuilds)} against {Name(comparison.New, ofTwoBuilds)}: ratio is the second over the first; alpha {PercentText.Format(comparison.Options.Alpha)}, threshold {PercentText.Format(comparison.Options.Threshold)}"
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
            if (form == OutputForm.Markdown)
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

    private static string Name(ComparisonSide side, bool withHash) =>
        $"{side.Engine.Version} ({side.Engine.Origin}{(withHash ? $", {side.Engine.ShortSha256}" : "")}) on {side.Machine.Id}";
}
