using System.Diagnostics;
using Memory64.Bench.Harness;
using Memory64.Engines.Packages;
using Xunit;

namespace Memory64.Bench.Tests.Commands;

/// <summary>Where the program is built to, and so which one is started, whatever the environment's variables are called.</summary>
public sealed class BuildEnvironmentTests
{
    private static readonly string ProjectPath = Path.Combine(
        Repository.Root,
        "bench",
        "Memory64.Bench",
        "Memory64.Bench.csproj"
    );

    [Theory]
    [InlineData("OUTPUTPATH", "out/")]
    [InlineData("OutDir", "out/")]
    [InlineData("BASEOUTPUTPATH", "out/")]
    [InlineData("Configuration", "Debug")]
    [InlineData("Platform", "x64")]
    [InlineData("RuntimeIdentifier", "linux-x64")]
    [InlineData("AssemblyName", "other")]
    [InlineData("ArtifactsPath", "out/")]
    [InlineData("AppendTargetFrameworkToOutputPath", "false")]
    public void The_program_is_built_to_where_it_is_started_from(string variable, string value)
    {
        var start = new ProcessStartInfo(
            DotnetHost.Path,
            ["msbuild", ProjectPath, "-getProperty:TargetPath", "-p:Configuration=Release"]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var path = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(
            Path.Combine(
                Path.GetDirectoryName(ProjectPath)!,
                "bin",
                "Release",
                "net10.0",
                "Memory64.Bench.dll"
            ),
            path
        );
    }
}
