using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// Measures a plan through BenchmarkDotNet: one build for all, a process a round, rounds outermost, so that whatever drifts
/// on the machine drifts over all cases and engines alike.
/// </summary>
/// <param name="plan">What is measured.</param>
/// <param name="schedule">Which rounds are worth their time; it follows the measurement, and knows the rounds that have ended.</param>
/// <param name="ended">Rounds that an earlier sitting of the run measured; they are left out.</param>
/// <param name="limit">How long a process may take before it is ended.</param>
/// <param name="userConfig">What the user told BenchmarkDotNet.</param>
/// <param name="built">The measured program.</param>
public sealed class Measurement(
    MeasurementPlan plan,
    RoundSchedule schedule,
    IReadOnlyCollection<RoundResult> ended,
    RoundLimit limit,
    IConfig userConfig,
    BuiltProgram built
)
{
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Runs all rounds; an observer hears of each.</summary>
    /// <returns>Path of BenchmarkDotNet's log, or <see langword="null"/> where nothing was to be measured.</returns>
    /// <exception cref="MeasurementException">BenchmarkDotNet couldn't build or refused the plan.</exception>
    public string? Run(IMeasurementObserver observer)
    {
        using var watch = new RoundWatch(limit);
        var config = ManualConfig.Union(
            ManualConfig
                .CreateEmpty()
                .AddLogger(NullLogger.Instance)
                .AddDiagnoser(watch)
                .WithBuildTimeout(BuildTimeout)
                // Or it would delete what the next measurement of the same cases needs.
                .WithOptions(ConfigOptions.KeepBenchmarkFiles)
                .WithArtifactsPath(Repository.ArtifactsPath),
            userConfig
        );
        var rounds = new Dictionary<BenchmarkCase, (PlannedCase, int)>();
        using var file = new HeldFile();
        var program = new MeasuredProgram(rounds, schedule, built, file);
        var listener = new RoundListener(
            rounds,
            schedule,
            watch,
            new Observers([observer, schedule])
        );
        var immutable = config.AddEventProcessor(listener).CreateImmutableConfig();
        var done = ended.Select(result => (result.Planned, result.Round)).ToHashSet();
        for (var round = 1; round <= schedule.MostRounds; round++)
        {
            foreach (
                var planned in OrderOf(round).Where(planned => !done.Contains((planned, round)))
            )
            {
                if (round > plan.Rounds && planned.Duels.Count == 0)
                {
                    continue;
                }

                var measured = planned.Case;
                rounds.Add(
                    BenchmarkCase.Create(
                        measured.Descriptor,
                        JobOf(planned, round, program),
                        measured.Values,
                        immutable
                    ),
                    (planned, round)
                );
            }
        }

        if (rounds.Count == 0)
        {
            return null;
        }

        // The type only names the summary; one run info for all classes is what lets their rounds interleave.
        var info = new BenchmarkRunInfo([.. rounds.Keys], typeof(Benchmark), immutable);
        var summaries = BenchmarkRunner.Run([info]);
        if (listener.BuildFailure is { } failure)
        {
            throw new MeasurementException(
                $"BenchmarkDotNet could not build the measured program: {failure}"
            );
        }

        if (
            summaries
                .SelectMany(summary => summary.ValidationErrors)
                .FirstOrDefault(error => error.IsCritical) is
            { } error
        )
        {
            throw new MeasurementException($"BenchmarkDotNet refuses the plan: {error.Message}");
        }

        return summaries[0].LogFilePath;
    }

    // Every second round runs backwards: what a case leaves behind for the next one (pages that the system still holds, a
    // warm clock) reaches each of two neighbours as often as the other.
    private IEnumerable<PlannedCase> OrderOf(int round) =>
        round % 2 == 1 ? plan.Measured : plan.Measured.Reverse();

    private Job JobOf(PlannedCase planned, int round, MeasuredProgram program)
    {
        var id = $"{planned.Engine.Id}#{round}";
        var sampling = planned.Case.Description.Sampling;
        var sampled = (plan.OnlyDuels ? sampling.Least : sampling).ApplyTo(new Job(id));
        foreach (var userJob in userConfig.GetJobs())
        {
            sampled = sampled.Apply(userJob);
        }

        return sampled
            .WithLaunchCount(1)
            .WithToolchain(program)
            .WithEnvironmentVariables([
                .. Variables(planned.Engine, sampled.Environment.EnvironmentVariables ?? []),
            ])
            .WithId(id);
    }

    // A job's variables replace those of the job that it is applied to; so the user's are added here.
    private static IEnumerable<EnvironmentVariable> Variables(
        PlannedEngine engine,
        IReadOnlyList<EnvironmentVariable> users
    ) =>
        users
            // A round is too short to wait until the runtime has found out what is hot: compile fully at once.
            .Prepend(new EnvironmentVariable("DOTNET_TieredCompilation", "0"))
            .Append(new EnvironmentVariable(ProcessEngine.Variable, engine.Build.LibraryPath))
            .Reverse()
            .DistinctBy(variable => variable.Key, StringComparer.Ordinal);
}
