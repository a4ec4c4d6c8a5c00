using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Requirements;
using Memory64.Engines.Identity;
using Memory64.Results.Book;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// Finds the opponents of each case: its controls, what a question or a chart of the book sets it against, the same case on the
/// engine that was named before, and for one case of each class itself, which shows whether the duel itself is biased.
/// </summary>
/// <param name="engines">The engines of the run, in the order in which they were named.</param>
/// <param name="cases">The cases of the run.</param>
/// <param name="surroundings">What each engine finds.</param>
internal sealed class DuelPlanner(
    IReadOnlyList<PlannedEngine> engines,
    IReadOnlyList<Case> cases,
    IReadOnlyDictionary<PlannedEngine, Surroundings> surroundings
)
{
    private static readonly (CasePattern Over, CasePattern Under)[] Pairs =
    [
        .. Suite
            .Book.Questions.Concat(Suite.Book.Answers.SelectMany(answer => answer.Questions))
            .Select(question => (question.Over, question.Under)),
        .. from chart in Suite.Book.Charts
        from series in chart.Series
        from point in series.Points
        where point.Under is not null
        select (point.Case, point.Under),
    ];

    private readonly Profile _largest = cases.Max(c => c.Description.Profile);
    private readonly CaseCatalog _catalog = cases[0].Catalog;
    private readonly HashSet<string> _selfTested =
    [
        .. cases
            .Where(c => c.Description is { Guest: not null, NoSecondEngine: null })
            .OrderByDescending(c => c.Description.Sampling.IterationTime is not null)
            .DistinctBy(c => c.Benchmark)
            .Select(c => c.Id),
    ];

    /// <summary>The duels of a case on an engine.</summary>
    public IReadOnlyList<PlannedDuel> Of(Case subject, PlannedEngine engine) =>
        [
            .. OpponentsOf(subject).Select(opponent => Plan(subject, engine, opponent, engine)),
            .. RivalsOf(engine)
                .Where(rival => IsOf(subject, rival))
                .Select(rival => Plan(subject, engine, subject, rival)),
        ];

    /// <summary>Whether an engine may have a case at all.</summary>
    public static bool IsOf(Case measured, PlannedEngine engine) =>
        measured.Description.OnlyOn is not { } kind || kind == engine.Build.Kind;

    private IEnumerable<Case> OpponentsOf(Case subject) =>
        subject
            .Controls.Select(control => _catalog.Find(control.Value))
            .OfType<Case>()
            .Concat(
                from pair in Pairs
                where pair.Over.Matches(subject.Name)
                from other in _catalog.All
                where
                    pair.Under.Matches(other.Name)
                    && pair.Over.Free(subject.Name) == pair.Under.Free(other.Name)
                select other
            )
            .Where(c => c.Description.Profile <= _largest)
            .DistinctBy(c => c.Id)
            .Concat(_selfTested.Contains(subject.Id) ? [subject] : []);

    // Neighbour by neighbour, and the last against the first, whose product of steps would be the least certain.
    private IEnumerable<PlannedEngine> RivalsOf(PlannedEngine engine)
    {
        var index = engines.Index().First(each => each.Item == engine).Index;
        if (index > 0)
        {
            yield return engines[index - 1];
        }

        if (index > 1 && index == engines.Count - 1)
        {
            yield return engines[0];
        }
    }

    /// <summary>The duel of two cases, with the reason where they can't be in one process.</summary>
    public PlannedDuel Plan(
        Case subject,
        PlannedEngine engine,
        Case opponent,
        PlannedEngine rival
    ) =>
        new(
            rival,
            opponent,
            IsSecondLoad(subject, engine, opponent, rival),
            Obstacle(subject, engine, opponent, rival)
        );

    private bool IsSecondLoad(
        Case subject,
        PlannedEngine engine,
        Case opponent,
        PlannedEngine rival
    ) =>
        engine.Build.Sha256 == rival.Build.Sha256
        && (engine != rival || (engines.Count > 1 && subject == opponent));

    private string? Obstacle(Case subject, PlannedEngine engine, Case opponent, PlannedEngine rival)
    {
        if (engine != rival && subject.Description.NoSecondEngine is { } reason)
        {
            return reason;
        }

        return opponent.Description.ReasonToSkip(surroundings[rival])
            ?? Together(
                subject.Description,
                surroundings[engine],
                opponent.Description,
                CopiesOf(subject, engine) + CopiesOf(opponent, rival)
            );
    }

    private static ulong CopiesOf(Case side, PlannedEngine engine) =>
        engine.Build.Kind == EngineKind.V8 ? side.Description.CopiedOnV8 : 0;

    private static string? Together(
        CaseDescription subject,
        Surroundings here,
        CaseDescription opponent,
        ulong copies
    )
    {
        var (resident, accessible) =
            subject.Sampling.IterationTime is null || opponent.Sampling.IterationTime is null
                ? (opponent.KeptBytes, opponent.KeptBytes)
                : (opponent.ResidentBytes, opponent.AccessibleBytes);
        return MemoryPreflight.ReasonToSkip(
                subject.ResidentBytes + resident + copies,
                here.AvailableBytes
            )
            ?? MemoryPreflight.ReasonToSkipUntouched(
                subject.AccessibleBytes + accessible,
                here.CommittableBytes
            )
            // Both sides' memories, as one: what an engine reserves around the second counts little beside it.
            ?? new AddressRoom(
                subject.Settings,
                subject.Guest ?? opponent.Guest,
                subject.AccessibleBytes + accessible
            ).Missing(here);
    }
}
