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
    /// <summary>Runs all rounds; an observer hears of each.</summary>
    /// <returns>Path of the log of what measured processes said, or <see langword="null"/> where nothing was to be measured.</returns>
    /// <exception cref="IOException">The log can't be written.</exception>
    public string? Run(IMeasurementObserver observer)
    {
        var done = ended.Select(result => (result.Planned, result.Round)).ToHashSet();
        using var log = new MeasurementLog(userConfig.ArtifactsPath ?? Repository.ArtifactsPath);
        var start = userConfig.GetJobs().SingleOrDefault() is { } job
            ? MeasuredStart.Of(job)
            : MeasuredStart.Default;
        var process = new RoundProcess(start.Start, log.Writer);
        using var file = new HeldFile();
        var sitting = new Sitting(process, file, new Observers([observer, schedule]));
        for (var round = 1; round <= schedule.MostRounds; round++)
        {
            foreach (var cases in RoundBatches.Of(plan.Measured, round))
            {
                List<PlannedCase> wanted =
                [
                    .. cases.Where(planned =>
                        !done.Contains((planned, round)) && schedule.Wants(planned, round)
                    ),
                ];
                RoundBatches.Measure(wanted, batch => MeasureTogether(batch, round, sitting));
            }
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

    private IEnumerable<int> MeasureTogether(
        IReadOnlyList<PlannedCase> batch,
        int round,
        Sitting sitting
    )
    {
        foreach (var planned in batch)
        {
            sitting.Observer.RoundStarted(planned, round);
        }

        sitting.File.Hold(batch[0].Case.Description.SharedFile);
        var clock = Stopwatch.StartNew();
        var end = sitting.Process.Run(
            new(
                [.. batch.Select(planned => OrderOf(planned, round))],
                batch[0].Case.Catalog.Inputs with
                {
                    Files = sitting.File.Files,
                }
            ),
            batch.Any(planned => planned.Case.Description.TimesHostCode),
            batch.Aggregate(TimeSpan.Zero, (sum, planned) => sum + limit.Of(planned))
        );
        var reports = end.ReportsOf(batch.Count);
        foreach (var report in reports)
        {
            sitting.Observer.RoundEnded(
                new(
                    batch[report.Index],
                    round,
                    report.Iterations,
                    report.Outcome,
                    clock.Elapsed / reports.Count
                )
            );
        }

        return reports.Select(report => report.Index);
    }

    private CaseOrder OrderOf(PlannedCase planned, int round) =>
        new(
            planned.Side,
            plan.OnlyDuels ? null : LevelOrder.Of(JobOf(planned.Case, userConfig)),
            [
                .. schedule
                    .DuelsOf(planned, round)
                    .Where(duel => duel.SkipReason is null)
                    .Select(duel => duel.OrderFor(planned, round, schedule.Handicap)),
            ]
        );

    private sealed record Sitting(
        RoundProcess Process,
        HeldFile File,
        IMeasurementObserver Observer
    );
}
