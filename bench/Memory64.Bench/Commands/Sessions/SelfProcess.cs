using System.Diagnostics;
using Memory64.Bench.Harness;
using Memory64.Engines.Processes;

namespace Memory64.Bench.Commands.Sessions;

/// <summary>Starts this program again: an engine under test gets a process of its own.</summary>
internal static class SelfProcess
{
    // Proofs and trials take seconds, and minutes on a busy machine: what takes longer hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Runs a command with this process's output and returns its exit code.</summary>
    /// <exception cref="MeasurementException">It takes half an hour, and was ended.</exception>
    public static int Run(params string[] arguments) =>
        Run(SelfStart.Of(arguments), arguments).ExitCode;

    /// <summary>Runs a command that may be ended by its engine; returns its exit code and what it wrote to standard error.</summary>
    /// <exception cref="MeasurementException">It takes half an hour, and was ended.</exception>
    public static (int ExitCode, string Error) Try(params string[] arguments)
    {
        var start = SelfStart.Of(arguments);
        start.RedirectStandardError = true;
        var end = Run(start, arguments);
        return (end.ExitCode, end.Error);
    }

    private static ChildEnd Run(ProcessStartInfo start, string[] arguments)
    {
        try
        {
            return ChildProcess.Run(start, Patience);
        }
        catch (TimeoutException exception)
        {
            throw new MeasurementException(
                $"{string.Join(' ', arguments)}: {exception.Message}, and ended; what does it wait for?",
                exception
            );
        }
    }
}
