using System.Diagnostics;

namespace Memory64.Bench.Commands;

/// <summary>Starts this program again: an engine under test gets a process of its own.</summary>
internal static class SelfProcess
{
    /// <summary>Runs a command with this process's output and returns its exit code.</summary>
    public static int Run(params string[] arguments)
    {
        var host = Environment.ProcessPath!;
        var viaDotnet = Path.GetFileNameWithoutExtension(host)
            .Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] program = viaDotnet ? [typeof(SelfProcess).Assembly.Location] : [];
        using var process = Process.Start(new ProcessStartInfo(host, [.. program, .. arguments]))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
