using System.ComponentModel;
using System.Diagnostics;
using Memory64.Engines.Identity;
using Memory64.Engines.Processes;

namespace Memory64.Engines.Packages;

/// <summary>Runs a package client with nobody at its keyboard.</summary>
internal static class ClientProcess
{
    // A wheel has 10 MB, the NuGet package 50: at 100 kB/s the larger takes eight minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables to set on top of this process's own.</param>
    /// <returns>Exit code and all output, or null if there is no such program.</returns>
    /// <exception cref="EngineException">It took longer than a quarter of an hour.</exception>
    internal static (int ExitCode, string Output)? Run(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var end = ChildProcess.Run(start, Limit);
            return (end.ExitCode, end.Output + end.Error);
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (TimeoutException exception)
        {
            throw new EngineException($"{exception.Message}.");
        }
    }
}
