using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.Tables;

namespace Memory64.Results.Highlights;

/// <summary>An <see cref="AnswerPlan"/> with the figures of a run: what it says, or what is missing for it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Figures">What its questions found; fewer than there are questions where one was not measured at all.</param>
public sealed record Answer(AnswerPlan Plan, IReadOnlyList<Highlight> Figures)
{
    /// <summary>Whether each pair of each figure has rounds enough and a verdict.</summary>
    public bool IsSaid =>
        Figures.Count == Plan.Questions.Count && Figures.All(figure => figure.Pairs.All(IsBorne));

    /// <summary>The sentence, or what is missing.</summary>
    public string Sentence =>
        $"{Plan.Title}: {(IsSaid ? string.Format(CultureInfo.InvariantCulture, Plan.Text, [.. Figures.Select(TextOf)]) : $"not said, because {Missing}.")}";

    /// <summary>The answers of the book that a run has anything for, in their order.</summary>
    /// <param name="results">The figures of a run.</param>
    public static IReadOnlyList<Answer> Find(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return
        [
            .. results
                .Book.Answers.Select(plan => new Answer(
                    plan,
                    [
                        .. plan
                            .Questions.Select(question => HighlightFinder.Find(question, results))
                            .OfType<Highlight>(),
                    ]
                ))
                .Where(answer => answer.Figures.Count > 0),
        ];
    }

    private string Missing =>
        Figures.FirstOrDefault(figure => !figure.Pairs.All(IsBorne)) is { } unborne
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"\u201c{unborne.Question.Title}\u201d has no verdict yet in {unborne.Pairs.Count(pair => !IsBorne(pair))} of {unborne.Pairs.Count} pairs"
            )
            : $"\u201c{Plan.Questions.First(question => Figures.All(figure => figure.Question != question)).Title}\u201d was not measured";

    private static bool IsBorne(Relation pair) =>
        pair.Interval is not null && pair.Verdict is not (Verdict.Unsure or Verdict.TooFewRounds);

    private static string TextOf(Highlight figure) => $"{figure.ShortText} ({figure.From})";
}
