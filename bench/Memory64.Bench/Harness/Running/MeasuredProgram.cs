using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.DotNetCli;
using Memory64.Engines;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// How the measured program is built and started: as BenchmarkDotNet does it, but without its search for the project, which
/// a second checkout below this one ends, and by the <c>dotnet</c> that runs this program.
/// </summary>
internal static class MeasuredProgram
{
    private const string TargetFramework = "net10.0";

    /// <summary>One for all cases, so that they share one build.</summary>
    public static IToolchain Toolchain { get; } =
        new Toolchain(
            nameof(MeasuredProgram),
            new Generator(),
            new DotNetCliBuilder(TargetFramework, DotnetHost.Path),
            new DotNetCliExecutor(DotnetHost.Path)
        );

    private sealed class Generator()
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
