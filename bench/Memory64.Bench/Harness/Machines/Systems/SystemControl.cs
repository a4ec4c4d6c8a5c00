using System.ComponentModel;
using System.Diagnostics;
using Memory64.Engines.Processes;

namespace Memory64.Bench.Harness.Machines.Systems;

/// <summary>Numbers by which macOS describes itself.</summary>
internal static class SystemControl
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What <c>sysctl -n</c> says of a name; 0 where it says nothing.</summary>
    public static long Read(string name)
    {
        try
        {
            var end = ChildProcess.Run(
                new ProcessStartInfo("sysctl", ["-n", name])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                },
                Patience
            );
            return long.TryParse(end.Output.Trim(), out var value) ? value : 0;
        }
        catch (Exception exception) when (exception is Win32Exception or TimeoutException)
        {
            return 0;
        }
    }
}
