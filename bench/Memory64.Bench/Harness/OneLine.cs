namespace Memory64.Bench.Harness;

/// <summary>Messages of several lines, such as an engine's with its causes, where only one has room.</summary>
internal static class OneLine
{
    /// <summary>The words of the text with single spaces between them.</summary>
    public static string Of(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
