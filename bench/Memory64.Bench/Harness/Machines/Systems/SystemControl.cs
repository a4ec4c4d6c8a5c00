using System.ComponentModel;
using System.Diagnostics;

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
            using var process = Process.Start(
                new ProcessStartInfo("sysctl", ["-n", name])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return 0;
            }

            return long.TryParse(process.StandardOutput.ReadToEnd().Trim(), out var value)
                ? value
                : 0;
        }
        catch (Win32Exception)
        {
            return 0;
        }
    }
}
