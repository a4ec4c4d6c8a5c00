using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Machines.Noise;

/// <summary>What will make measurements on this machine noisy, each with what can be done about it.</summary>
public static class NoiseProbe
{
    private const int EnoughCores = 2;

    /// <summary>A sentence for each source of noise that can be seen from here.</summary>
    public static IEnumerable<string> Find(RunMachine machine)
    {
        if (machine.Virtualized == true)
        {
            yield return "virtual machine: other guests of its host take time and cache; many rounds help, ratios travel better than times";
        }

        if (new FreePageReporting("/").IsOn())
        {
            yield return "the host takes back free memory (free page reporting): the first touch of what it took costs several times what the cases show, which have as much backed beforehand";
        }

        if (machine.LogicalCores < EnoughCores)
        {
            yield return "one core: the measured process shares it with everything else";
        }

        // Linux: load of the last minute, runnable processes on average.
        if (
            SystemFile.Read("/proc/loadavg")?.Split(' ')[0] is { } text
            && double.TryParse(text, out var load)
            && load > machine.LogicalCores / 2.0
        )
        {
            yield return $"load {load} on {machine.LogicalCores} cores: close what else is running";
        }

        if (
            SystemFile.Read("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
            is { } governor
                and not "performance"
        )
        {
            yield return $"frequency governor {governor}: the clock follows the load; \"performance\" holds it";
        }

        if (machine.TransparentHugePages == "always")
        {
            yield return "transparent huge pages always on: first touch is cheaper here than where they are asked for by madvise";
        }

        if (SystemFile.Read("/proc/swaps")?.Split('\n').Length > 1)
        {
            yield return "swap is on: a case that fills memory may be swapped out instead of failing";
        }
    }
}
