using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Running;
using Measurement = BenchmarkDotNet.Reports.Measurement;

namespace Memory64.Bench.Commands.Run;

/// <summary>The exports that the user told BenchmarkDotNet to make of the levels (<c>-- --exporters json</c>), made by it of its own summary.</summary>
internal static class BenchmarkDotNetExports
{
    private const string Title = "Memory64.Bench";

    /// <summary>Writes them below the folder of artifacts; returns their paths.</summary>
    /// <param name="config">What the user told BenchmarkDotNet.</param>
    /// <param name="rounds">The rounds of the run; each is a case of a job <c>engine#round</c>.</param>
    public static IReadOnlyList<string> Write(IConfig config, IReadOnlyList<RoundResult> rounds)
    {
        if (!config.GetExporters().Any())
        {
            return [];
        }

        var immutable = ManualConfig
            .Union(ManualConfig.CreateEmpty(), config)
            .CreateImmutableConfig();
        var artifacts = config.ArtifactsPath ?? Repository.ArtifactsPath;
        var summary = new Summary(
            Title,
            [.. rounds.Select(round => ReportOf(round, immutable))],
            HostEnvironmentInfo.GetCurrent(),
            Directory.CreateDirectory(Path.Combine(artifacts, "results")).FullName,
            logFilePath: "",
            rounds.Aggregate(TimeSpan.Zero, (sum, round) => sum + round.Duration),
            immutable.CultureInfo,
            validationErrors: [],
            columnHidingRules: [.. immutable.GetColumnHidingRules()]
        );
        return
        [
            .. immutable
                .GetExporters()
                .SelectMany(exporter => exporter.ExportToFiles(summary, NullLogger.Instance)),
        ];
    }

    private static BenchmarkReport ReportOf(RoundResult round, ImmutableConfig config)
    {
        var measured = round.Planned.Case;
        var job = Harness
            .Running.Measurement.JobOf(measured, config)
            .WithId($"{round.Planned.Engine.Id}#{round.Round}");
        var generated = GenerateResult.Success(ArtifactsPaths.Empty, []);
        return new(
            round.Outcome.Failure is null,
            BenchmarkCase.Create(measured.Descriptor, job, measured.Values, config),
            generated,
            BuildResult.Success(generated),
            [
                new(
                    foundExecutable: true,
                    exitCode: round.Outcome.Failure is null ? 0 : 1,
                    processId: null,
                    results:
                    [
                        .. Lines(round, IterationStage.Actual),
                        .. Lines(round, IterationStage.Result),
                    ],
                    prefixedLines: [],
                    standardOutput: [],
                    launchIndex: 1
                ),
            ],
            metrics: []
        );
    }

    private static IEnumerable<string> Lines(RoundResult round, IterationStage stage) =>
        round
            .Iterations.Index()
            .Select(iteration =>
                new Measurement(
                    launchIndex: 1,
                    IterationMode.Workload,
                    stage,
                    iteration.Index + 1,
                    operations: 1,
                    iteration.Item
                ).ToString()
            );
}
