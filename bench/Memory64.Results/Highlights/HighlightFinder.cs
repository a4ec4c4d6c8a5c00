using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
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

    /// <summary>Likewise, from figures that are there already.</summary>
    /// <param name="results">The figures of a run.</param>
    public static IReadOnlyList<Highlight> Find(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var measured = results.Cases.Where(r => r.Summary is not null).ToList();
        return
        [
            .. results
                .Book.Questions.Select(q => new Highlight(q, [.. Pairs(q, measured, results)]))
                .Where(h => h.Pairs.Count > 0),
        ];
    }

    private static IEnumerable<Relation> Pairs(
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
                (over, under) => results.Relation(over.Case, under.Case.Id)
            )
            .OfType<Relation>();
}
