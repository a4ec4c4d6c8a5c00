using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Comparisons;
using Memory64.Results.Statistics;
using Memory64.Results.Units;

namespace Memory64.Results.Highlights;

/// <summary>The answer to a question: ratios of centres, marked where they may be noise.</summary>
/// <param name="Question">The question.</param>
/// <param name="Pairs">The pairs it was answered from; at least one.</param>
public sealed record Highlight(Question Question, IReadOnlyList<HighlightPair> Pairs)
{
    /// <summary>The median ratio over the pairs.</summary>
    public double Median => RoundStatistics.Median([.. Pairs.Select(p => p.Ratio)]);

    /// <summary>The smallest ratio over the pairs.</summary>
    public double Min => Pairs.Min(p => p.Ratio);

    /// <summary>The largest ratio over the pairs.</summary>
    public double Max => Pairs.Max(p => p.Ratio);

    /// <summary>Whether no pair of all has a verdict, though there are rounds enough for one.</summary>
    public bool IsUnsure => Pairs.All(p => p.Verdict == Verdict.Unsure);

    /// <summary>The answer as one sentence: with both times if there is one pair, else with the range and the number of pairs.</summary>
    public string Sentence => $"{Question.Title}: {RatioText.Format(Median)} ({Detail})";

    /// <summary>
    /// From what the ratio comes: both times if there is one pair, else the number of pairs and their range; and whether it is unsure.
    /// </summary>
    public string Detail => IsUnsure ? $"{From}; unsure" : From;

    private string From =>
        Pairs is [var pair]
            ? $"{Time(pair.OverCenter)} against {Time(pair.UnderCenter)}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"median of {Pairs.Count} pairs, {RatioText.Format(Min)} to {RatioText.Format(Max)}"
            );

    // Each in its own unit: a ratio may be of seconds over microseconds.
    private static string Time(double nanoseconds) =>
        Scale.Time.Choose(nanoseconds).Text(nanoseconds);
}
