using Memory64.Results.Book;
using Memory64.Results.Tables;

namespace Memory64.Results.Highlights;

/// <summary>What a run says in short: small enough to keep for hundreds of runs.</summary>
/// <param name="Times">The centres of the book's main cases in nanoseconds for one operation, as far as they were measured.</param>
/// <param name="Ratios">The answers to the book's questions, likewise: the median ratio over the pairs.</param>
public sealed record MainFigures(
    IReadOnlyDictionary<MainCase, double> Times,
    IReadOnlyDictionary<Question, RatioFigure> Ratios
)
{
    /// <summary>Picks the figures of a run.</summary>
    /// <param name="results">The figures of all its cases.</param>
    /// <param name="highlights">Its answers.</param>
    public static MainFigures Of(RunResults results, IReadOnlyList<Highlight> highlights)
    {
        ArgumentNullException.ThrowIfNull(results);
        var measured = results
            .Cases.Where(r => r.Summary is not null)
            .ToLookup(r => r.Case.Benchmark);
        return new(
            (
                from main in results.Book.MainCases
                let found = measured[main.Pattern.Benchmark]
                    .FirstOrDefault(r => main.Pattern.Matches(r.Case.Name))
                where found is not null
                select (main, found.Summary!.Center)
            ).ToDictionary(),
            highlights.ToDictionary(h => h.Question, h => new RatioFigure(h.Median, h.ShortText))
        );
    }
}
