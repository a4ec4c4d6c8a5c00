using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>The page of a machine: <c>results/&lt;machine&gt;/README.md</c>. It is a matter of the run files alone.</summary>
internal static class MachinePage
{
    private const string Legend = """
        Time is the centre of the rounds (Hodges-Lehmann), and a round is one process. ± is how far two rounds typically
        differ (Shamos), as a share of the centre; a difference below it is no claim. ÷ is the time over that of the control
        named there. GB is 10^9 bytes, GiB 2^30. Resident is the largest size of the process over the rounds.
        – stands for what was not measured or does not apply.
        """;

    /// <summary>Renders the page: environment, engines, what the newest engine says in short, then all tables.</summary>
    /// <param name="newestFirst">The engines of one machine, at least one, newest version first.</param>
    public static string Render(IReadOnlyList<MeasuredEngine> newestFirst)
    {
        List<RunFile> runs = [.. newestFirst.Select(e => e.Run)];
        var page = new PageBuilder()
            .Heading(1, runs[0].Machine.Id)
            .Paragraph(
                $"Generated from the run files in this folder by `{Publisher.Command}`; changes made by hand are lost."
            )
            .Heading(2, "Environment")
            .Table(EnvironmentTable.Of(runs))
            .Heading(2, "Engines")
            .Table(EngineTable.Of(runs));
        AddHighlights(page, newestFirst[0]);
        page.Heading(2, "How to read the tables").Paragraph(Legend.ReplaceLineEndings("\n"));
        foreach (var engine in newestFirst)
        {
            AddTables(
                page,
                engine,
                isOnlyOne: runs.Count(r => r.Engine.Version == engine.Run.Engine.Version) == 1
            );
        }

        return page.ToString();
    }

    private static void AddHighlights(PageBuilder page, MeasuredEngine newest)
    {
        if (newest.Highlights.Count > 0)
        {
            page.Heading(2, $"In short, engine {newest.Run.Engine.Version}")
                .Bullets(newest.Highlights.Select(h => h.Sentence));
        }
    }

    private static void AddTables(PageBuilder page, MeasuredEngine engine, bool isOnlyOne)
    {
        var build = engine.Run.Engine;
        var title = $"Engine {build.Version}";
        page.Heading(2, isOnlyOne ? title : $"{title} ({build.Origin}, {build.ShortSha256})");
        foreach (var table in CaseTables.Of(engine.Results))
        {
            page.Heading(3, table.Title).Table(table);
        }
    }
}
