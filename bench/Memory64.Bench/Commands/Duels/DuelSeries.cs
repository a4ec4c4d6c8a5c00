using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Commands.Duels;

/// <summary>Duels of engines over the same cases, one measurement after the other.</summary>
/// <param name="screen">Where progress is shown.</param>
/// <param name="cases">What is fought over; at least one.</param>
/// <param name="options">Alpha and threshold.</param>
internal sealed class DuelSeries(
    Screen screen,
    IReadOnlyList<Case> cases,
    ComparisonOptions options
) : IDisposable
{
    /// <summary>The budget of who names none.</summary>
    public static readonly TimeSpan DefaultBudget = TimeSpan.FromMinutes(10);

    private readonly RunMachine _machine = MachineProbe.Read();
    private readonly CodeRecorder _code = new();
    private readonly RunLock _alone = RunLock.OfProgram(AppContext.BaseDirectory);

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
        var trial = new SettingsTrial(SelfProcess.Try);
        var plan = MeasurementPlan.OfDuels(
            pairs,
            cases,
            Surroundings.OfMachine() with
            {
                NoRoom = trial.NoRoom,
            },
            trial.Refusal
        ) with
        {
            Budget = Budget,
            DecidesMore = DecidesMore,
        };
        var schedule = new RoundSchedule(plan, TimeSpan.Zero)
        {
            Handicap = Handicap,
            Options = options,
        };
        var recorder = new RunRecorder(plan, _machine, SuiteVersion.Read(), DateTimeOffset.UtcNow)
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _alone.Dispose();
    }

    private RunCode? CodeOf(PlannedEngine engine, string id) =>
        _code.Of(new PlannedCase(engine, cases.Single(c => c.Id == id), SkipReason: null));
}
