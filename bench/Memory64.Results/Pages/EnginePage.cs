using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>
/// The page of an engine that isn't a machine's newest: <c>results/&lt;machine&gt;/engines/&lt;engine&gt;.md</c>. Tables of all
/// engines on one page would soon be more than GitHub shows of a file.
/// </summary>
internal static class EnginePage
{
    /// <summary>Renders the page of an engine that was measured once, or for the first time.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="repeats">What was measured of it again.</param>
    public static string Render(MeasuredEngine engine, IEnumerable<RepeatedEngine> repeats)
    {
        var page = Begin(engine);
        foreach (var repeat in repeats)
        {
            RepeatSection.AddTo(page, repeat, folder: "");
        }

        if (engine.Highlights.Count > 0)
        {
            page.Heading(2, "In short").Bullets(engine.Highlights.Select(h => h.Sentence));
        }

        return page.Heading(2, "Tables")
            .Tables(3, CaseTables.Of(engine.Results), engine.Results.Book)
            .ToString();
    }

    /// <summary>Renders the page of an engine that was measured again.</summary>
    /// <param name="repeat">The two measurements.</param>
    public static string Render(RepeatedEngine repeat)
    {
        var page = Begin(repeat.Engine);
        RepeatSection.AddVerdicts(page, repeat);
        if (repeat.Comparison is not null)
        {
            page.Heading(2, $"{repeat.Engine.Id} against {repeat.First.Id}")
                .Tables(3, repeat.Tables, repeat.Engine.Results.Book);
        }

        return page.Heading(2, "Tables")
            .Tables(3, CaseTables.Of(repeat.Engine.Results), repeat.Engine.Results.Book)
            .ToString();
    }

    private static PageBuilder Begin(MeasuredEngine engine)
    {
        var machine = engine.Stored.Machine;
        return new PageBuilder()
            .Heading(1, $"{machine}, engine {engine.Id}")
            .Paragraph(
                $"Generated from {MarkdownWriter.Escape(engine.Id)}.json by `{PublishLine.Text}`; changes made by hand are lost. "
                    + $"Answers, charts, the newest engine, environment and how to read the tables: [{MarkdownWriter.Escape(machine)}](../{Publisher.PageName})."
            )
            .Paragraph(
                MarkdownWriter.Escape(
                    $"{engine.Run.Engine.Origin}, SHA-256 {engine.Run.Engine.ShortSha256}, {MinuteText.Format(engine.Run.Started)}, profile {engine.Run.Profile}."
                )
            )
            .Contents();
    }
}
