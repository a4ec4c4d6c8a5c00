using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The page of all machines: <c>results/README.md</c>.</summary>
public static class IndexPage
{
    private const string Head = $"""
        # Results

        Generated from the run files below this folder by `{Publisher.Command}`; changes made by hand are lost.

        Each machine has a folder with one run file for each engine it measured, `<machine>/<engine>.json`, and a page that
        shows them. Absolute times hold for their machine only; ratios travel better.

        ## How to add a result

        1. Close what else is running, and run `./run-bench.sh`. It measures, and writes the folder of your machine and these
           pages.
        2. Commit that folder and this page. Change nothing in them by hand.
        3. Open a pull request. Say what the machine is if its name does not.

        ## Machines

        """;

    /// <summary>Renders the page.</summary>
    /// <param name="runs">All runs, in the order in which they are to be listed; may be empty.</param>
    public static string Render(IReadOnlyList<StoredRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var page = new PageBuilder().Paragraph(Head.ReplaceLineEndings("\n").TrimEnd('\n'));
        if (runs.Count == 0)
        {
            return page.Paragraph("None yet.").ToString();
        }

        foreach (var machine in runs.GroupBy(r => r.Machine, StringComparer.Ordinal))
        {
            var folder = Uri.EscapeDataString(machine.Key);
            var latest = machine.MaxBy(r => r.Run.Started)!.Run.Machine;
            var about = MarkdownWriter.Escape($"{latest.Cpu}, {latest.Os}");
            page.Paragraph(
                $"**[{MarkdownWriter.Escape(machine.Key)}]({folder}/README.md)**: {about}"
            );
            page.Paragraph(
                string.Join('\n', machine.Reverse().Select(run => EngineLine(folder, run)))
            );
        }

        return page.ToString();
    }

    private static string EngineLine(string folder, StoredRun stored) =>
        $"- [{MarkdownWriter.Escape(stored.Engine)}]({folder}/{Uri.EscapeDataString(stored.Engine)}.json), {EngineTable.Time(stored.Run)}";
}
