using System.Globalization;
using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Noise;

/// <summary>What was taken from this process, or from its machine, since either began; null where the system doesn't tell.</summary>
/// <param name="Stolen">Time for which the host of a virtual machine ran others, over all processors.</param>
/// <param name="InvoluntarySwitches">How often the process had to leave a processor though it wanted to go on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MachineTime(TimeSpan? Stolen, long? InvoluntarySwitches)
{
    // USER_HZ, in which /proc/stat counts, is 100 on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    // "cpu", user, nice, system, idle, iowait, irq, softirq, steal: proc_stat(5).
    private const int StealField = 8;

    /// <summary>Until now.</summary>
    public static MachineTime Now() =>
        new(
            StolenOf(SystemFile.Read("/proc/stat")),
            OperatingSystem.IsWindows() ? null : ProcessMemory.InvoluntarySwitches()
        );

    /// <summary>What came in between, where <paramref name="right"/> was read first.</summary>
    public static MachineTime operator -(MachineTime left, MachineTime right) =>
        new(left.Stolen - right.Stolen, left.InvoluntarySwitches - right.InvoluntarySwitches);

    /// <summary>The stolen time of such a file; null where it has none.</summary>
    public static TimeSpan? StolenOf(string? stat) =>
        stat?.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is { Length: > StealField } fields
        && long.TryParse(fields[StealField], CultureInfo.InvariantCulture, out var ticks)
            ? TimeSpan.FromSeconds(ticks / TicksPerSecond)
            : null;
}
