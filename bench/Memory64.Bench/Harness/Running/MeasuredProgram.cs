using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.DotNetCli;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;
using Memory64.Bench.Harness.Duels;
using Memory64.Engines;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// How the measured program is built and started: as BenchmarkDotNet does it, but without its search for the project, which
/// a second checkout below this one ends, by the <c>dotnet</c> that runs this program, and with one piece of code for all
/// rounds of a case, which would take minutes to compile if each had its own.
/// </summary>
/// <param name="rounds">The case and the round that each of BenchmarkDotNet's cases is.</param>
/// <param name="schedule">Says which of them are measured, and which duels they have.</param>
/// <param name="program">The program, which an earlier measurement may have built.</param>
/// <param name="file">Holds what rounds share.</param>
internal sealed class MeasuredProgram(
    IReadOnlyDictionary<BenchmarkCase, (PlannedCase Planned, int Round)> rounds,
    RoundSchedule schedule,
    BuiltProgram program,
    HeldFile file
) : IToolchain, IGenerator, IBuilder, IExecutor
{
    private const string TargetFramework = "net10.0";

    private readonly ProjectGenerator _generator = new();
    private readonly DotNetCliBuilder _builder = new(TargetFramework, DotnetHost.Path);
    private readonly DotNetCliExecutor _executor = new(DotnetHost.Path);

    public string Name => nameof(MeasuredProgram);

    public IGenerator Generator => this;

    public IBuilder Builder => this;

    public IExecutor Executor => this;

    public bool IsInProcess => false;

    public IEnumerable<BenchmarkDotNet.Validators.ValidationError> Validate(
        BenchmarkCase benchmarkCase,
        BenchmarkDotNet.Characteristics.IResolver resolver
    ) => [];

    public GenerateResult GenerateProject(
        BuildPartition buildPartition,
        ILogger logger,
        string rootArtifactsFolderPath
    )
    {
        if (program.Generated is { } before)
        {
            return before;
        }

        List<BenchmarkBuildInfo> code = [];
        foreach (var info in buildPartition.Benchmarks)
        {
            if (program.CodeOfCases.TryAdd(rounds[info.BenchmarkCase].Planned.Case.Id, code.Count))
            {
                code.Add(new(info.BenchmarkCase, info.Config, code.Count));
            }
        }

        program.Partition = new([.. code], buildPartition.Resolver);
        program.Generated = _generator.GenerateProject(
            program.Partition,
            logger,
            rootArtifactsFolderPath
        );
        return program.Generated;
    }

    public BuildResult Build(
        GenerateResult generateResult,
        BuildPartition buildPartition,
        ILogger logger
    ) => program.Built ??= _builder.Build(generateResult, program.Partition!, logger);

    public ExecuteResult Execute(ExecuteParameters executeParameters)
    {
        var (planned, round) = rounds[executeParameters.BenchmarkCase];
        if (!schedule.Wants(planned, round))
        {
            return NotStarted(executeParameters.LaunchIndex);
        }

        file.Hold(planned.Case.Description.SharedFile);
        var measured = WithDuels(executeParameters.BenchmarkCase, planned, round);
        var code = program.CodeOfCases[planned.Case.Id];
        return _executor.Execute(
            new(
                executeParameters.BuildResult,
                measured,
                new BenchmarkId(code, measured),
                executeParameters.Logger,
                executeParameters.Resolver,
                executeParameters.LaunchIndex,
                executeParameters.Diagnoser
            )
        );
    }

    private static ExecuteResult NotStarted(int launch) =>
        new(
            foundExecutable: true,
            exitCode: null,
            processId: null,
            results: [],
            prefixedLines: [],
            standardOutput: [],
            launch
        );

    private BenchmarkCase WithDuels(BenchmarkCase measured, PlannedCase planned, int round)
    {
        var orders = schedule
            .DuelsOf(planned, round)
            .Where(duel => duel.SkipReason is null)
            .Select(duel => duel.OrderFor(planned, round, schedule.Handicap))
            .ToList();
        if (orders.Count == 0)
        {
            return measured;
        }

        var job = measured.Job.WithEnvironmentVariables([
            .. measured.Job.Environment.EnvironmentVariables,
            new EnvironmentVariable(DuelOrder.Variable, DuelOrder.Write(orders)),
        ]);
        return BenchmarkCase.Create(measured.Descriptor, job, measured.Parameters, measured.Config);
    }

    private sealed class ProjectGenerator()
        : CsProjGenerator(
            TargetFramework,
            DotnetHost.Path,
            packagesPath: "",
            runtimeFrameworkVersion: ""
        )
    {
        protected override FileInfo GetProjectFilePath(Type benchmarkTarget, ILogger logger) =>
            new(Repository.ProjectPath);
    }
}
