using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Highlights;

/// <summary>Answers questions from a run. What was not measured is left out, never guessed.</summary>
public static class HighlightFinder
{
    /// <summary>The answers to <see cref="Questions.All"/> that the run holds, in that order.</summary>
    /// <param name="run">A valid run.</param>
    public static IReadOnlyList<Highlight> Find(RunFile run) => Find(run, Questions.All);

    /// <summary>The answers to given questions that the run holds, in their order.</summary>
    /// <param name="run">A valid run.</param>
    /// <param name="questions">The questions.</param>
    public static IReadOnlyList<Highlight> Find(RunFile run, IReadOnlyList<Question> questions)
    {
        var measured = run
            .Cases.Order(CaseOrder.Instance)
            .Select(CaseResult.Of)
            .Where(r => r.Summary is not null)
            .ToList();
        return
        [
            .. questions
                .Select(q => new Highlight(q, [.. Pairs(q, measured)]))
                .Where(h => h.Pairs.Count > 0),
        ];
    }

    private static IEnumerable<HighlightPair> Pairs(
        Question question,
        IReadOnlyList<CaseResult> measured
    )
    {
        var cases = measured.Where(r => r.Case.Benchmark == question.Benchmark).ToList();
        return from over in cases
            where question.Over.Matches(over.Case)
            let free = question.Over.Free(over.Case)
            from under in cases
            where
                question.Under.Matches(under.Case)
                && question.Under.Free(under.Case).SequenceEqual(free)
            select new HighlightPair(
                over.Case,
                under.Case,
                over.Summary!.Center,
                under.Summary!.Center
            );
    }
}
