using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Commands.Duels;

/// <summary>Duels of engines over the same cases, one measurement after the other.</summary>
/// <param name="session">What they are fought in, alone.</param>
/// <param name="screen">Where progress is shown.</param>
/// <param name="cases">What is fought over; at least one.</param>
/// <param name="options">Alpha and threshold.</param>
internal sealed class DuelSeries(
    Session session,
    Screen screen,
    IReadOnlyList<Case> cases,
    ComparisonOptions options
)
{
    private readonly CodeRecorder _code = new();

    /// <summary>How long each measurement may take.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether undecided cases get more rounds as long as the budget lasts.</summary>
    public bool DecidesMore { get; init; }

    /// <summary>Whether nothing is shown of a measurement but its outcome.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>By which share each slice of NEW is prolonged.</summary>
    public double Handicap { get; init; }

    /// <summary>Fights all pairs in turns, and compares each.</summary>
    /// <param name="pairs">At least one; no NEW twice.</param>
    public IReadOnlyList<Comparison> Fight(
        params IReadOnlyList<(PlannedEngine Base, PlannedEngine New)> pairs
    )
    {
        var plan = session.PlanDuels(pairs, cases) with
        {
            Budget = Budget,
            DecidesMore = DecidesMore,
        };
        var schedule = new RoundSchedule(plan, TimeSpan.Zero)
        {
            Handicap = Handicap,
            Options = options,
        };
        var recorder = new RunRecorder(plan, session.Machine, session.Suite, DateTimeOffset.UtcNow)
        {
            LeftOut = schedule.LeftOut,
            CodeOf = _code.Of,
        };
        var measurement = new Measurement(
            plan,
            schedule,
            ended: [],
            new RoundLimit(Chosen: null),
            ManualConfig.CreateEmpty()
        );
        if (IsQuiet)
        {
            _ = measurement.Run(recorder);
        }
        else
        {
            FollowedMeasurement.Run(screen, measurement, schedule, recorder);
        }

        return
        [
            .. pairs.Select(pair =>
                Comparison.OfDuels(
                    recorder.Record(pair.New),
                    RunRecorder.Record(pair.Base.Build),
                    id => CodeOf(pair.Base, id),
                    options
                )
            ),
        ];
    }

    private RunCode? CodeOf(PlannedEngine engine, string id) =>
        _code.Of(new PlannedCase(engine, cases.Single(c => c.Id == id), SkipReason: null));
}
