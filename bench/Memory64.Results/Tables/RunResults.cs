using System.Collections.Concurrent;
using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Tables;

/// <summary>A run with the figures of its cases, each computed once for all tables, charts and sentences.</summary>
public sealed class RunResults
{
    private readonly Dictionary<string, CaseResult> _byId;
    private readonly ConcurrentDictionary<(string, string), Relation?> _relations = [];

    private RunResults(RunFile run, SuiteBook book, IReadOnlyList<CaseResult> cases)
    {
        Run = run;
        Book = book;
        Cases = cases;
        _byId = cases.ToDictionary(c => c.Case.Id);
    }

    /// <summary>The run as recorded.</summary>
    public RunFile Run { get; }

    /// <summary>What is to be said of the cases beyond their figures.</summary>
    public SuiteBook Book { get; }

    /// <summary>All cases with their figures, in the order of the book.</summary>
    public IReadOnlyList<CaseResult> Cases { get; }

    /// <summary>Computes the figures of a run.</summary>
    /// <param name="run">A valid run.</param>
    /// <param name="book">What is to be said of the cases beyond their figures.</param>
    public static RunResults Of(RunFile run, SuiteBook book)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(book);
        return new(run, book, [.. run.Cases.Order(book.CaseSequence).Select(CaseResult.Of)]);
    }

    /// <summary>A case over another of the run; null where that can't be said. See <see cref="Relations.Relation"/>.</summary>
    /// <param name="runCase">The one.</param>
    /// <param name="id">The id of the other.</param>
    public Relation? Relation(RunCase runCase, string id)
    {
        ArgumentNullException.ThrowIfNull(runCase);
        return _relations.GetOrAdd(
            (runCase.Id, id),
            _ =>
                Find(id) is { } other
                    ? Relations.Relation.Of(runCase, other.Case)
                    : Relations.Relation.Of(runCase, id)
        );
    }

    /// <summary>The case of an id; null where the run doesn't have it.</summary>
    /// <param name="id">The case's id.</param>
    public CaseResult? Find(string id) => _byId.GetValueOrDefault(id);
}
