using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.Tables;

namespace Memory64.Results.Highlights;

/// <summary>An <see cref="AnswerPlan"/> with the figures of a run: what it says, or what is missing for it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Figures">What its questions found; fewer than there are questions where one was not measured at all.</param>
/// <param name="Values">What its single cases take; fewer than it wants where one has too few rounds.</param>
public sealed record Answer(
    AnswerPlan Plan,
    IReadOnlyList<Highlight> Figures,
    IReadOnlyDictionary<AnswerValue, string> Values
)
{
    // As many as the verdict of a ratio takes at the default alpha.
    private const int LeastRounds = 7;

    /// <summary>Whether each pair of each figure has rounds enough and a verdict, and each value rounds enough.</summary>
    public bool IsSaid =>
        Figures.Count == Plan.Questions.Count
        && Figures.All(figure => figure.Pairs.All(IsBorne))
        && Values.Count == Plan.Values.Count;

    /// <summary>What is said under the plan's title: the sentence, or what is missing.</summary>
    public string Text => IsSaid ? Filled(Plan.Text, TextOf) : $"not said, because {Missing}.";

    /// <summary>What a front page says; <see langword="null"/> where it doesn't ask.</summary>
    public string? FrontText =>
        Plan.Front is not { } front ? null
        : IsSaid ? Filled(front.Text, figure => figure.ShortText)
        : "The rounds don't bear an answer yet";

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
                    ],
                    ValuesOf(plan, results)
                ))
                .Where(answer => answer.Figures.Count > 0),
        ];
    }

    private static Dictionary<AnswerValue, string> ValuesOf(AnswerPlan plan, RunResults results) =>
        (
            from value in plan.Values
            let result = results.Cases.FirstOrDefault(r =>
                r.Summary?.Rounds >= LeastRounds && value.Case.Matches(r.Case.Name)
            )
            where result is not null
            let cell = CaseTable.ColumnOf(value.Column, results).Cell(result)
            where cell.Value is not null
            select (value, cell.Text)
        ).ToDictionary();

    private string Missing =>
        Figures.FirstOrDefault(figure => !figure.Pairs.All(IsBorne)) is { } unborne
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"\u201c{unborne.Question.Title}\u201d has no verdict yet in {unborne.Pairs.Count(pair => !IsBorne(pair))} of {unborne.Pairs.Count} pairs"
            )
        : Plan.Questions.FirstOrDefault(question =>
            Figures.All(figure => figure.Question != question)
        )
            is { } unmeasured
            ? $"\u201c{unmeasured.Title}\u201d was not measured"
        : $"\u201c{Plan.Values.First(value => !Values.ContainsKey(value)).Title}\u201d has fewer than {LeastRounds} rounds";

    private static bool IsBorne(Relation pair) =>
        pair.Interval is not null && pair.Verdict is not (Verdict.Unsure or Verdict.TooFewRounds);

    private string Filled(string text, Func<Highlight, string> textOf) =>
        string.Format(
            CultureInfo.InvariantCulture,
            text,
            [.. Figures.Select(textOf), .. Plan.Values.Select(value => Values[value])]
        );

    private static string TextOf(Highlight figure) => $"{figure.ShortText} ({figure.From})";
}
