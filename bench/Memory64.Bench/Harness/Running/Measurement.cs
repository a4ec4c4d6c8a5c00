using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// Measures a plan: rounds outermost, so that whatever drifts on the machine drifts over all cases and engines alike, and in each round
/// processes of its own.
/// </summary>
/// <param name="plan">What is measured.</param>
/// <param name="schedule">Which rounds are worth their time; it follows the measurement, and knows the rounds that have ended.</param>
/// <param name="ended">Rounds that an earlier sitting of the run measured; they are left out.</param>
/// <param name="limit">How long a case may take before its process is ended.</param>
/// <param name="userConfig">What the user told BenchmarkDotNet.</param>
public sealed class Measurement(
    MeasurementPlan plan,
    RoundSchedule schedule,
    IReadOnlyCollection<RoundResult> ended,
    RoundLimit limit,
    IConfig userConfig
)
{
    private readonly HashSet<(PlannedCase, int)> _done =
    [
        .. ended.Select(result => (result.Planned, result.Round)),
    ];

    /// <summary>Runs all rounds; an observer hears of each.</summary>
    /// <returns>Path of the log of what measured processes said, or <see langword="null"/> where nothing was to be measured.</returns>
    /// <exception cref="IOException">The log can't be written.</exception>
    public string? Run(IMeasurementObserver observer)
    {
        using var log = new MeasurementLog(userConfig.ArtifactsPath ?? Repository.ArtifactsPath);
        var start = userConfig.GetJobs().SingleOrDefault() is { } job
            ? MeasuredStart.Of(job)
            : MeasuredStart.Default;
        using var file = new HeldFile();
        using var processes = new RoundProcesses(start.Start, log.Writer);
        var sitting = new Sitting(processes, file, new Observers([observer, schedule]));
        Batch? next = null;
        foreach (var batch in Batches().Append(null))
        {
            if (next is { } now)
            {
                RoundBatches.Measure(
                    Wanted(now, schedule.Wants),
                    cases => MeasureTogether(new(now.Round, cases), batch, sitting)
                );
            }

            next = batch;
        }

        return log.Path;
    }

    /// <summary>How a case is sampled: as it says, but for what the user says.</summary>
    internal static Job JobOf(Case measured, IConfig userConfig) =>
        userConfig
            .GetJobs()
            .Aggregate(
                measured.Description.Sampling.ApplyTo(new Job()),
                (sampled, userJob) => sampled.Apply(userJob)
            );

    // Beyond the plan's rounds cheap cases go first: one that takes as long as ten others would leave nine of them undecided. Which they
    // are is asked once, so that each case is on one side.
    private IEnumerable<Batch?> Batches()
    {
        foreach (var batch in BatchesOf(plan.Measured, 1, plan.Rounds))
        {
            yield return batch;
        }

        var byCost = plan.Measured.ToLookup(schedule.IsDear);
        foreach (
            var batch in ((bool[])[false, true]).SelectMany(isDear =>
                BatchesOf(byCost[isDear], plan.Rounds + 1, schedule.MostRounds)
            )
        )
        {
            yield return batch;
        }
    }

    private static IEnumerable<Batch> BatchesOf(IEnumerable<PlannedCase> cases, int first, int last)
    {
        List<PlannedCase> chosen = [.. cases];
        for (var round = first; round <= last; round++)
        {
            foreach (var batch in RoundBatches.Of(chosen, round))
            {
                yield return new(round, batch);
            }
        }
    }

    private List<PlannedCase> Wanted(Batch batch, Func<PlannedCase, int, bool> wants) =>
        [
            .. batch.Cases.Where(planned =>
                !_done.Contains((planned, batch.Round)) && wants(planned, batch.Round)
            ),
        ];

    private IEnumerable<int> MeasureTogether(Batch batch, Batch? next, Sitting sitting)
    {
        foreach (var planned in batch.Cases)
        {
            sitting.Observer.RoundStarted(planned, batch.Round);
        }

        sitting.File.Hold(batch.Cases[0].Case.Description.SharedFile);
        var clock = Stopwatch.StartNew();
        using var measured = sitting.Processes.Take(
            OrderOf(batch, sitting.File),
            batch.TimesHostCode
        );
        measured.Begin();
        if (next is not null)
        {
            PrepareAhead(new(next.Round, Wanted(next, schedule.Foresees)), sitting);
        }

        var end = measured.Follow(
            batch.Cases.Aggregate(TimeSpan.Zero, (sum, planned) => sum + limit.Of(planned))
        );
        var reports = end.ReportsOf(batch.Cases.Count);
        foreach (var report in reports)
        {
            sitting.Observer.RoundEnded(
                new(
                    batch.Cases[report.Index],
                    batch.Round,
                    report.Iterations,
                    report.Outcome,
                    clock.Elapsed / reports.Count
                )
            );
        }

        return reports.Select(report => report.Index);
    }

    // Duels bear it that a process starts on another core: whatever that does, it does to both sides. Levels don't.
    private void PrepareAhead(Batch next, Sitting sitting)
    {
        if (next.Cases.Count > 0 && next.CostsNothing && plan.OnlyDuels)
        {
            sitting.Processes.Prepare(OrderOf(next, sitting.File), next.TimesHostCode);
        }
    }

    private RoundOrder OrderOf(Batch batch, HeldFile file) =>
        new(
            [.. batch.Cases.Select(planned => OrderOf(planned, batch.Round))],
            batch.Cases[0].Case.Catalog.Inputs with
            {
                Files = file.Files,
            },
            IsRehearsed: plan.OnlyDuels && batch.CostsNothing
        );

    private CaseOrder OrderOf(PlannedCase planned, int round) =>
        new(
            planned.Side,
            plan.HasLevel(planned, round) ? LevelOrder.Of(JobOf(planned.Case, userConfig)) : null,
            [
                .. schedule
                    .DuelsOf(planned, round)
                    .Where(duel => duel.SkipReason is null)
                    .Select(duel => duel.OrderFor(planned, round, schedule.Handicap)),
            ]
        );

    private sealed record Batch(int Round, IReadOnlyList<PlannedCase> Cases)
    {
        // So little that it may be kept beside what is measured.
        private const ulong Little = 64UL << 20;

        public bool TimesHostCode => Cases.Any(planned => planned.Case.Description.TimesHostCode);

        public bool CostsNothing =>
            Cases.All(planned =>
                planned.Case.Description is { SharesProcess: true, ResidentBytes: <= Little }
            );
    }

    private sealed record Sitting(
        RoundProcesses Processes,
        HeldFile File,
        IMeasurementObserver Observer
    );
}
