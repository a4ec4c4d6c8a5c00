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
    /// <summary>
    /// By which value of a parameter each pair is told from the others, <c>lookup</c>, or <c>Width=8</c> where it is no word; empty where one
    /// doesn't do.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } = [];

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

    /// <summary>
    /// The median ratio in words, marked where it is of levels; of one pair with its interval. Where no pair has rounds enough for
    /// one, it says of how many it is.
    /// </summary>
    public string RatioText => Pairs is [var pair] ? RelationText.WithInterval(pair) : ShortText;

    /// <summary>The median ratio in words, without an interval: for tables that set many side by side.</summary>
    public string ShortText =>
        RelationText.Format(Median, IsOfLevels)
        + (
            Pairs.Count == WithFewRounds
                ? $" {RelationText.OfRounds(Pairs.Min(p => p.Rounds))}"
                : ""
        );

    /// <summary>
    /// From what the ratio comes: both times if there is one pair, else the number of pairs and their range; and what may be said where that is not a difference.
    /// </summary>
    public string Detail =>
        Pairs is [{ Verdict: not (Verdict.Faster or Verdict.Slower) } only]
            ? $"{From}; {VerdictText.Format(only)}"
        : IsUnsure ? $"{From}; unsure"
        : WithFewRounds == Pairs.Count ? $"{From}; too few rounds"
        : WithFewRounds > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{From}; {WithFewRounds} of them with too few rounds"
            )
        : From;

    private int WithFewRounds => Pairs.Count(p => p.Interval is null);

    /// <summary>From what the ratio comes: both times if there is one pair, else the number of pairs and their range.</summary>
    internal string From =>
        Pairs is [var pair]
            ? $"{Time(pair.Times!.Value.Over)} against {Time(pair.Times!.Value.Under)}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"median of {Pairs.Count} pairs, {End(Min)} to {End(Max)}"
            );

    private string End(double ratio)
    {
        var text = Units.RatioText.Format(ratio);
        return Names.Count == Pairs.Count
            ? $"{text} for {Names[Pairs.Index().First(pair => pair.Item.Ratio == ratio).Index]}"
            : text;
    }

    // Each in its own unit: a ratio may be of seconds over microseconds.
    private static string Time(double nanoseconds) =>
        Scale.Time.Choose(nanoseconds).Text(nanoseconds);
}
