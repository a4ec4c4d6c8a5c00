using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Requirements;
using Memory64.Engines.Identity;
using Memory64.Results.Relations;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Running;

/// <summary>What a run will measure and what it will skip, decided before the first round.</summary>
/// <param name="Profile">The profile whose cases these are.</param>
/// <param name="Rounds">How often each case is measured, each time in a process of its own.</param>
/// <param name="Cases">Every case on every engine, in the order of a round.</param>
public sealed record MeasurementPlan(Profile Profile, int Rounds, IReadOnlyList<PlannedCase> Cases)
{
    /// <summary>What the proof takes before the first round, and what follows the last: part of the budget.</summary>
    public static readonly TimeSpan Overhead = TimeSpan.FromSeconds(10);

    /// <summary>How long the whole run may take; what doesn't fit is left out.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether nothing but duels is asked for: then no level is measured.</summary>
    public bool OnlyDuels { get; init; }

    /// <summary>Whether duels that the rounds leave undecided get more of them, as long as the budget lasts.</summary>
    public bool DecidesMore { get; init; }

    /// <summary>Whether a round of a case has a level.</summary>
    /// <param name="planned">The case.</param>
    /// <param name="round">Counted from 1.</param>
    public bool HasLevel(PlannedCase planned, int round) =>
        !OnlyDuels && round <= planned.Case.Description.LevelRounds;

    /// <summary>Rounds of a case: <see cref="Rounds"/>, or fewer where the last ones would have neither a level nor a duel.</summary>
    public int RoundsOf(PlannedCase planned) =>
        planned.Duels.Any(duel => duel.SkipReason is null)
            ? Rounds
            : Math.Min(Rounds, planned.Case.Description.LevelRounds);

    /// <summary>The engines, in the order in which they take turns.</summary>
    public IEnumerable<PlannedEngine> Engines => Cases.Select(planned => planned.Engine).Distinct();

    /// <summary>The cases that will be measured.</summary>
    public IEnumerable<PlannedCase> Measured => Cases.Where(planned => planned.SkipReason is null);

    /// <summary>Plans the cases on the engines, and asks engines and machine what they can't do.</summary>
    /// <param name="profile">The profile whose cases these are.</param>
    /// <param name="rounds">1 or more.</param>
    /// <param name="engines">At least one; they take turns within each case.</param>
    /// <param name="cases">What to measure.</param>
    /// <param name="here">What the machine has now; each engine takes its place in it.</param>
    /// <param name="refusal">Why an engine refuses settings that it knows, or <see langword="null"/>.</param>
    /// <exception cref="WasmtimeException">An engine can't be loaded.</exception>
    public static MeasurementPlan Create(
        Profile profile,
        int rounds,
        IReadOnlyList<PlannedEngine> engines,
        IReadOnlyList<Case> cases,
        Surroundings here,
        Func<PlannedEngine, EngineConfiguration, string?> refusal
    )
    {
        var surroundings = SurroundingsOf(engines, here, refusal);
        var duels = new DuelPlanner(engines, cases, surroundings);
        return new(
            profile,
            rounds,
            [
                .. from measured in cases
                from engine in engines
                where DuelPlanner.IsOf(measured, engine)
                let reason = measured.Description.ReasonToSkip(surroundings[engine])
                select new PlannedCase(engine, measured, reason)
                {
                    Duels = reason is null ? duels.Of(measured, engine) : [],
                },
            ]
        );
    }

    /// <summary>Plans duels of pairs of engines over cases, and nothing else.</summary>
    /// <param name="pairs">Each BASE with its NEW, at least one; no NEW twice.</param>
    /// <param name="cases">What to fight over.</param>
    /// <param name="here">What the machine has now; each engine takes its place in it.</param>
    /// <param name="refusal">Why an engine refuses settings that it knows, or <see langword="null"/>.</param>
    /// <exception cref="WasmtimeException">An engine can't be loaded.</exception>
    public static MeasurementPlan OfDuels(
        IReadOnlyList<(PlannedEngine Base, PlannedEngine New)> pairs,
        IReadOnlyList<Case> cases,
        Surroundings here,
        Func<PlannedEngine, EngineConfiguration, string?> refusal
    )
    {
        List<PlannedEngine> engines =
        [
            .. pairs.SelectMany(pair => new[] { pair.Base, pair.New }).Distinct(),
        ];
        var surroundings = SurroundingsOf(engines, here, refusal);
        var duels = new DuelPlanner(engines, cases, surroundings);
        return new(
            cases.Max(c => c.Description.Profile),
            Looks.First,
            [
                .. from measured in cases
                from pair in pairs
                where DuelPlanner.IsOf(measured, pair.New) && DuelPlanner.IsOf(measured, pair.Base)
                let duel = duels.Plan(measured, pair.New, measured, pair.Base)
                select new PlannedCase(
                    pair.New,
                    measured,
                    measured.Description.ReasonToSkip(surroundings[pair.New]) ?? duel.SkipReason
                )
                {
                    Duels = [duel],
                },
            ]
        )
        {
            OnlyDuels = true,
        };
    }

    private static Dictionary<PlannedEngine, Surroundings> SurroundingsOf(
        IReadOnlyList<PlannedEngine> engines,
        Surroundings here,
        Func<PlannedEngine, EngineConfiguration, string?> refusal
    ) =>
        engines.ToDictionary(
            engine => engine,
            engine =>
                here with
                {
                    Engine = (
                        engine.Build,
                        engine.Build.Kind == EngineKind.Wasmtime
                            ? WasmtimeLibrary.Load(engine.Build.LibraryPath)
                            : null
                    ),
                    Refusal = settings => refusal(engine, settings),
                }
        );
}
