namespace Memory64.Results.Comparisons;

/// <summary>Writes verdicts for people.</summary>
public static class VerdictText
{
    /// <summary>The verdict in words, such as <c>too few rounds</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Format(Verdict verdict) =>
        verdict switch
        {
            Verdict.Faster => "faster",
            Verdict.Slower => "slower",
            Verdict.Same => "same",
            Verdict.Unsure => "unsure",
            _ => "too few rounds",
        };
}
