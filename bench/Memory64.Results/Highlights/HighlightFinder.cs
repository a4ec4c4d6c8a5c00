using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Highlights;

/// <summary>Answers questions from a run. What was not measured is left out, never guessed.</summary>
public static class HighlightFinder
{
    /// <summary>The answers to the book's questions that the run holds, in that order.</summary>
    /// <param name="run">A valid run.</param>
    /// <param name="book">What there is to ask.</param>
    public static IReadOnlyList<Highlight> Find(RunFile run, SuiteBook book) =>
        Find(RunResults.Of(run, book));

    /// <summary>The answers to the book's questions, from figures that are there already.</summary>
    /// <param name="results">The figures of a run.</param>
    public static IReadOnlyList<Highlight> Find(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var measured = MeasuredIn(results);
        return
        [
            .. results.Book.Questions.Select(q => Of(q, measured, results)).OfType<Highlight>(),
        ];
    }

    /// <summary>The answer to one question; <see langword="null"/> where nothing was measured for it.</summary>
    /// <param name="question">The question; the book needn't have it.</param>
    /// <param name="results">The figures of a run.</param>
    internal static Highlight? Find(Question question, RunResults results) =>
        Of(question, MeasuredIn(results), results);

    private static Highlight? Of(
        Question question,
        IReadOnlyList<CaseResult> measured,
        RunResults results
    )
    {
        List<(RunCase Over, Relation Relation)> pairs = [.. Pairs(question, measured, results)];
        return pairs.Count > 0
            ? new(question, [.. pairs.Select(pair => pair.Relation)])
            {
                Names = NamesOf([.. pairs.Select(pair => pair.Over)]),
            }
            : null;
    }

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<RunCase> cases) =>
        new ParameterColumns(cases).Varying is [var only]
            ? [.. cases.Select(c => NameOf(only, c.Parameters.GetValueOrDefault(only, "none")))]
            : [];

    // A word says what it is, a number doesn't.
    private static string NameOf(string parameter, string value) =>
        value.Length > 0 && char.IsAsciiLetter(value[0]) ? value : $"{parameter}={value}";

    // What is made for tests answers nothing.
    private static List<CaseResult> MeasuredIn(RunResults results) =>
        [
            .. results.Cases.Where(r =>
                r.Summary is not null && !results.Book.IsFixture(r.Case.Name)
            ),
        ];

    private static IEnumerable<(RunCase Over, Relation Relation)> Pairs(
        Question question,
        IReadOnlyList<CaseResult> measured,
        RunResults results
    ) =>
        measured
            .Where(over => question.Over.Matches(over.Case.Name))
            .Join(
                measured.Where(under => question.Under.Matches(under.Case.Name)),
                over => question.Over.Free(over.Case.Name),
                under => question.Under.Free(under.Case.Name),
                (over, under) => (over.Case, Relation: results.Relation(over.Case, under.Case.Id))
            )
            .Where(pair => pair.Relation is not null)
            .Select(pair => (pair.Case, pair.Relation!));
}
