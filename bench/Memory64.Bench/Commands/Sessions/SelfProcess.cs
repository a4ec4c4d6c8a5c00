using System.Diagnostics;
using Memory64.Bench.Harness;

namespace Memory64.Bench.Commands.Sessions;

/// <summary>Starts this program again: an engine under test gets a process of its own.</summary>
internal static class SelfProcess
{
    // Proofs and trials take seconds, and minutes on a busy machine: what takes longer hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Runs a command with this process's output and returns its exit code.</summary>
    /// <exception cref="MeasurementException">It takes half an hour, and was ended.</exception>
    public static int Run(params string[] arguments)
    {
        using var process = Process.Start(SelfStart.Of(arguments))!;
        WaitFor(process, arguments);
        return process.ExitCode;
    }

    /// <summary>Runs a command that may be ended by its engine; returns its exit code and what it wrote to standard error.</summary>
    /// <exception cref="MeasurementException">It takes half an hour, and was ended.</exception>
    public static (int ExitCode, string Error) Try(params string[] arguments)
    {
        var start = SelfStart.Of(arguments);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        WaitFor(process, arguments);
        return (process.ExitCode, error.GetAwaiter().GetResult());
    }

    private static void WaitFor(Process process, string[] arguments)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new MeasurementException(
                $"{string.Join(' ', arguments)}: no end after {Patience.TotalMinutes:0} minutes, and ended; what does it wait for?"
            );
        }
    }
}
