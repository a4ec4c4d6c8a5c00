using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>What a page says beside the tables of an engine that was measured twice.</summary>
internal static class RepeatSection
{
    /// <summary>Adds the verdicts and a link to all rows.</summary>
    /// <param name="page">The page.</param>
    /// <param name="repeat">The two measurements.</param>
    /// <param name="folder">From the page to the folder of engine pages: empty, or a name with a slash.</param>
    public static void AddTo(PageBuilder page, RepeatedEngine repeat, string folder)
    {
        AddVerdicts(page, repeat);
        page.Paragraph(EngineLink.To(repeat.Engine, folder, $"All rows of {repeat.Engine.Id}"));
    }

    /// <summary>Adds how many verdicts are right, and those that are wrong.</summary>
    public static void AddVerdicts(PageBuilder page, RepeatedEngine repeat)
    {
        page.Paragraph(MarkdownWriter.Escape(repeat.Verdicts));
        if (repeat.Wrong.Any())
        {
            page.Bullets(repeat.Wrong);
        }
    }
}
