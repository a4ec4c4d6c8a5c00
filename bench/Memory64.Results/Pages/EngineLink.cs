using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>Where the page of an engine lies, and how others link to it.</summary>
internal static class EngineLink
{
    /// <summary>The file in <see cref="StalePages.EngineFolder"/>.</summary>
    public static string FileName(MeasuredEngine engine) => $"{engine.Id}.md";

    /// <summary>A link in Markdown.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="folder">From the page to the folder of engine pages: empty, or a name with a slash.</param>
    /// <param name="text">What is shown.</param>
    public static string To(MeasuredEngine engine, string folder, string text) =>
        $"[{MarkdownWriter.Escape(text)}]({folder}{Uri.EscapeDataString(FileName(engine))})";
}
