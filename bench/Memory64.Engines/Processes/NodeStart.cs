using System.Diagnostics;

namespace Memory64.Engines.Processes;

/// <summary>How Node.js is started: as it is, whatever the user's environment sets on it.</summary>
public static class NodeStart
{
    /// <summary>Its input and output are redirected.</summary>
    /// <param name="program">Absolute path.</param>
    /// <param name="redirectsError">Whether what it writes to standard error is, too.</param>
    /// <param name="arguments">Unquoted.</param>
    public static ProcessStartInfo Of(
        string program,
        bool redirectsError,
        params IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = redirectsError,
        };
        _ = start.Environment.Remove("NODE_OPTIONS");
        return start;
    }
}
