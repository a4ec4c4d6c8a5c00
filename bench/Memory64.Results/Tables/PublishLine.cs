namespace Memory64.Results.Tables;

/// <summary>The command by which a user publishes, as pages and charts name it; what names it was generated.</summary>
internal static class PublishLine
{
    public const string Text = "./run-bench.sh publish";
}
