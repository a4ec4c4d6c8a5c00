using System.Diagnostics;

namespace Memory64.Engines.Processes;

/// <summary>Runs another process to its end, however long that takes up to a limit.</summary>
public static class ChildProcess
{
    /// <summary>Starts it and waits for it; what it reads from is closed at once, what it writes is collected, as far as either is redirected.</summary>
    /// <param name="start">What is started.</param>
    /// <param name="limit">After so long it is ended, with all that it started.</param>
    /// <exception cref="TimeoutException">It was ended.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static ChildEnd Run(ProcessStartInfo start, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(start);
        using var process = Process.Start(start)!;
        if (start.RedirectStandardInput)
        {
            process.StandardInput.Close();
        }

        var output = start.RedirectStandardOutput ? process.StandardOutput.ReadToEndAsync() : null;
        var error = start.RedirectStandardError ? process.StandardError.ReadToEndAsync() : null;
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"no end after {limit.TotalMinutes:0} minutes");
        }

        return new(
            process.ExitCode,
            output?.GetAwaiter().GetResult() ?? "",
            error?.GetAwaiter().GetResult() ?? ""
        );
    }
}
