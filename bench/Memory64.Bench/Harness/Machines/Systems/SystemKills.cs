using System.Globalization;

namespace Memory64.Bench.Harness.Machines.Systems;

/// <summary>Processes that Linux ended for lack of memory.</summary>
internal static class SystemKills
{
    private const string Key = "oom_kill ";

    /// <summary>How many since the system started, containers included; 0 where it doesn't tell.</summary>
    public static long Count() =>
        SystemFile
            .Read("/proc/vmstat")
            ?.Split('\n')
            .FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            is { } line
        && long.TryParse(line[Key.Length..], CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;
}
