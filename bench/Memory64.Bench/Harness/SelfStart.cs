using System.Diagnostics;

namespace Memory64.Bench.Harness;

/// <summary>How this program is started again: an engine under test gets a process of its own.</summary>
internal static class SelfStart
{
    /// <summary>The file that runs now, with other arguments.</summary>
    public static ProcessStartInfo Of(params IReadOnlyList<string> arguments)
    {
        var host = Environment.ProcessPath!;
        var viaDotnet = Path.GetFileNameWithoutExtension(host)
            .Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] program = viaDotnet ? [typeof(SelfStart).Assembly.Location] : [];
        return new ProcessStartInfo(host, [.. program, .. arguments]);
    }
}
