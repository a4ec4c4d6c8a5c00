using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.Statistics;
using Memory64.Results.Units;

namespace Memory64.Results.Highlights;

/// <summary>The answer to a question: ratios, marked where they are of levels and where they may be noise.</summary>
/// <param name="Question">The question.</param>
/// <param name="Pairs">The numerator over the denominator, for each pair of cases that differ in what is asked and in nothing else; at least one.</param>
public sealed record Highlight(Question Question, IReadOnlyList<Relation> Pairs)
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
    public string Sentence => $"{Question.Title}: {RatioText} ({Detail})";

    /// <summary>Whether a pair of them was measured in levels only.</summary>
    public bool IsOfLevels => Pairs.Any(p => p.Evidence == Evidence.Levels);

    /// <summary>The median ratio in words, marked where it is of levels.</summary>
    public string RatioText => RelationText.Format(Median, IsOfLevels);

    /// <summary>
    /// From what the ratio comes: both times if there is one pair, else the number of pairs and their range; and what may be said where that is not a difference.
    /// </summary>
    public string Detail =>
        Pairs is [{ Verdict: not (Verdict.Faster or Verdict.Slower) } only]
            ? $"{From}; {VerdictText.Format(only)}"
        : IsUnsure ? $"{From}; unsure"
        : From;

    private string From =>
        Pairs is [var pair]
            ? $"{Time(pair.Centers!.Value.Over)} against {Time(pair.Centers!.Value.Under)}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"median of {Pairs.Count} pairs, {Units.RatioText.Format(Min)} to {Units.RatioText.Format(Max)}"
            );

    // Each in its own unit: a ratio may be of seconds over microseconds.
    private static string Time(double nanoseconds) =>
        Scale.Time.Choose(nanoseconds).Text(nanoseconds);
}
