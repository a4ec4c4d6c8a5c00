using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The page of a machine: <c>results/&lt;machine&gt;/README.md</c>. It is a matter of the run files alone.</summary>
public static class MachinePage
{
    private const string Legend = """
        Time is the centre of the rounds (Hodges-Lehmann), and a round is one process. ± is how far two rounds typically
        differ (Shamos), as a share of the centre; a difference below it is no claim. ÷ is the time over that of the control
        named there. GB is 10^9 bytes, GiB 2^30. Resident is the largest size of the process over the rounds.
        – stands for what was not measured or does not apply.
        """;

    /// <summary>Renders the page: environment, engines, what the newest engine says in short, then all tables, newest engine first.</summary>
    /// <param name="runs">The runs of one machine, at least one, in any order.</param>
    /// <exception cref="ArgumentException">There is no run, or they are of several machines.</exception>
    public static string Render(IReadOnlyList<RunFile> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Select(r => r.Machine.Id).Distinct(StringComparer.Ordinal).Count() != 1)
        {
            throw new ArgumentException(
                "A machine page shows the runs of one machine.",
                nameof(runs)
            );
        }

        List<RunFile> newestFirst =
        [
            .. runs.OrderByDescending(r => r.Engine.Version, NaturalComparer.Instance)
                .ThenByDescending(r => r.Started)
                .ThenBy(r => r.Engine.Sha256, StringComparer.Ordinal),
        ];
        var page = new PageBuilder()
            .Heading(1, runs[0].Machine.Id)
            .Paragraph(
                $"Generated from the run files in this folder by `{Publisher.Command}`; changes made by hand are lost."
            )
            .Heading(2, "Environment")
            .Table(EnvironmentTable.Of(newestFirst))
            .Heading(2, "Engines")
            .Table(EngineTable.Of(newestFirst));
        AddHighlights(page, newestFirst[0]);
        page.Heading(2, "How to read the tables").Paragraph(Legend.ReplaceLineEndings("\n"));
        foreach (var run in newestFirst)
        {
            AddTables(
                page,
                run,
                isOnlyOne: newestFirst.Count(r => r.Engine.Version == run.Engine.Version) == 1
            );
        }

        return page.ToString();
    }

    private static void AddHighlights(PageBuilder page, RunFile newest)
    {
        var highlights = HighlightFinder.Find(newest);
        if (highlights.Count > 0)
        {
            page.Heading(2, $"In short, engine {newest.Engine.Version}")
                .Bullets(highlights.Select(h => h.Sentence));
        }
    }

    private static void AddTables(PageBuilder page, RunFile run, bool isOnlyOne)
    {
        var engine = $"Engine {run.Engine.Version}";
        page.Heading(
            2,
            isOnlyOne ? engine : $"{engine} ({run.Engine.Origin}, {run.Engine.ShortSha256})"
        );
        foreach (var table in CaseTables.Of(run))
        {
            page.Heading(3, table.Title).Table(table);
        }
    }
}
