using System.Diagnostics;

namespace Memory64.Bench.Commands;

/// <summary>Starts this program again: an engine under test gets a process of its own.</summary>
internal static class SelfProcess
{
    /// <summary>Runs a command with this process's output and returns its exit code.</summary>
    public static int Run(params string[] arguments)
    {
        using var process = Process.Start(Describe(arguments))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs a command that may be ended by its engine; returns its exit code and what it wrote to standard error.</summary>
    public static (int ExitCode, string Error) Try(params string[] arguments)
    {
        var start = Describe(arguments);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private static ProcessStartInfo Describe(string[] arguments)
    {
        var host = Environment.ProcessPath!;
        var viaDotnet = Path.GetFileNameWithoutExtension(host)
            .Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] program = viaDotnet ? [typeof(SelfProcess).Assembly.Location] : [];
        return new ProcessStartInfo(host, [.. program, .. arguments]);
    }
}
