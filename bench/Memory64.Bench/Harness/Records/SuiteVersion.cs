using System.Reflection;
using System.Runtime.InteropServices;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Records;

/// <summary>Which build of this program measures.</summary>
public static class SuiteVersion
{
    private const string Unknown = "unknown";

    private static readonly Assembly Program = typeof(SuiteVersion).Assembly;

    /// <summary>Version of the official <c>Wasmtime</c> package that the program was built with.</summary>
    public static string WasmtimePackage { get; } =
        Program
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "WasmtimePackageVersion")
            .Value!;

    /// <summary>As it goes into the record.</summary>
    public static RunSuite Read()
    {
        // The SDK writes version+commit where it builds from a checkout.
        var version = InformationalVersion(Program).Split('+', 2);
        return new RunSuite
        {
            Version = version[0],
            Commit = version.Length > 1 ? version[1] : "",
            Dotnet = RuntimeInformation.FrameworkDescription,
            BenchmarkDotNet = InformationalVersion(
                    typeof(BenchmarkDotNet.Running.BenchmarkRunner).Assembly
                )
                .Split('+')[0],
        };
    }

    private static string InformationalVersion(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? Unknown;
}
