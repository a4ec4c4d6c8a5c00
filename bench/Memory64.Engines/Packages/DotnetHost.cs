using System.Runtime.InteropServices;

namespace Memory64.Engines.Packages;

/// <summary>The <c>dotnet</c> that builds and downloads.</summary>
public static class DotnetHost
{
    /// <summary>
    /// The one that runs this program, where its installation has an SDK: it need not be on the PATH, which may hold another
    /// one. Else the name, for the PATH to find.
    /// </summary>
    public static string Path { get; } =
        Find(RuntimeEnvironment.GetRuntimeDirectory(), OperatingSystem.IsWindows());

    /// <param name="runtimeFolder">Such as <c>/usr/lib/dotnet/shared/Microsoft.NETCore.App/10.0.0</c>.</param>
    /// <param name="isWindows">Whether programs end in .exe.</param>
    internal static string Find(string runtimeFolder, bool isWindows)
    {
        const string name = "dotnet";
        var root = System.IO.Path.GetFullPath(
            System.IO.Path.Combine("..", "..", ".."),
            runtimeFolder
        );
        var host = System.IO.Path.Combine(root, isWindows ? $"{name}.exe" : name);
        return File.Exists(host) && Directory.Exists(System.IO.Path.Combine(root, "sdk"))
            ? host
            : name;
    }
}
