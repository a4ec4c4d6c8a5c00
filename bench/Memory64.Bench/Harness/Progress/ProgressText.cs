namespace Memory64.Bench.Harness.Progress;

/// <summary>Words that both kinds of progress use.</summary>
internal static class ProgressText
{
    /// <summary>Time left, in minutes while there are any.</summary>
    public static string Left(TimeSpan left) =>
        left < TimeSpan.FromMinutes(1)
            ? $"about {Math.Ceiling(left.TotalSeconds)} s left"
            : $"about {Math.Ceiling(left.TotalMinutes)} min left";
}
