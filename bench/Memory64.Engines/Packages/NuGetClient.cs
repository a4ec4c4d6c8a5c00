using System.Text.RegularExpressions;
using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>Downloads by <c>dotnet restore</c>, from whatever sources the user's own configuration names.</summary>
public sealed partial class NuGetClient : IPackageClient
{
    /// <inheritdoc/>
    public string Name => "NuGet";

    /// <inheritdoc/>
    public string Download(string version, string folder)
    {
        var project = Path.Combine(folder, "engine.csproj");
        var packages = Path.Combine(folder, "packages");
        File.WriteAllText(project, Project(version));
        var answer =
            ClientProcess.Run(DotnetHost.Path, Arguments(project, packages), folder, Environment)
            ?? throw new EngineException("no dotnet on this machine.");
        var package = Path.Combine(packages, "wasmtime", version, $"wasmtime.{version}.nupkg");
        if (answer.ExitCode == 0 && File.Exists(package))
        {
            return package;
        }

        var error = Error().Match(answer.Output);
        throw new EngineException(
            error.Success ? error.Value.Trim() : $"dotnet restore ended with {answer.ExitCode}."
        );
    }

    // Answers are matched in English; a server left running would hold the pipes open.
    private static Dictionary<string, string> Environment { get; } =
        new(StringComparer.Ordinal)
        {
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };

    // The cache may lie below a folder with build files of the user's, which are not meant for this.
    private static string[] Arguments(string project, string packages) =>
        [
            "restore",
            project,
            "--packages",
            packages,
            "-p:ImportDirectoryBuildProps=false",
            "-p:ImportDirectoryBuildTargets=false",
            "-p:ImportDirectoryPackagesProps=false",
        ];

    // PackageDownload wants neither a compatible target nor the package's dependencies.
    private static string Project(string version) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="Wasmtime" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """;

    [GeneratedRegex(
        @"(NU|NETSDK|MSB)\d{4}:.*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Error();
}
