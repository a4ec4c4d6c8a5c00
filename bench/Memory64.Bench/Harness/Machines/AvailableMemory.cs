namespace Memory64.Bench.Harness.Machines;

/// <summary>
/// How much memory this process may still make resident: what the machine has available, or less where a container limits
/// it.
/// </summary>
/// <param name="root">The root of the file system; a test's own folder in tests.</param>
public sealed class AvailableMemory(string root)
{
    // What cgroup v1 reports where there is no limit is the largest page-aligned long.
    private const ulong Unlimited = 1UL << 62;

    /// <summary>Bytes available now.</summary>
    public static ulong Bytes() =>
        OperatingSystem.IsLinux() ? new AvailableMemory("/").OnLinux() : OfRuntime();

    /// <summary>The least of what /proc/meminfo calls available and what each control group above this process leaves.</summary>
    public ulong OnLinux() => ControlGroupRests().Append(MachineRest()).Min();

    private ulong MachineRest()
    {
        const string key = "MemAvailable:";
        var line = File.ReadLines(Path.Combine(root, "proc/meminfo"))
            .First(line => line.StartsWith(key, StringComparison.Ordinal));
        return ulong.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal)) * 1024;
    }

    private IEnumerable<ulong> ControlGroupRests()
    {
        var membership = Path.Combine(root, "proc/self/cgroup");
        if (!File.Exists(membership))
        {
            yield break;
        }

        // Lines are hierarchy:controllers:path; version 2 has one, whose controllers are empty.
        foreach (var fields in File.ReadLines(membership).Select(line => line.Split(':', 3)))
        {
            var (mount, limit, usage) = fields[1] switch
            {
                "" => ("sys/fs/cgroup", "memory.max", "memory.current"),
                "memory" => (
                    "sys/fs/cgroup/memory",
                    "memory.limit_in_bytes",
                    "memory.usage_in_bytes"
                ),
                _ => ("", "", ""),
            };
            foreach (var group in limit.Length > 0 ? UpFrom(fields[2]) : [])
            {
                var folder = Path.Combine(root, mount, group);
                if (Read(Path.Combine(folder, limit)) is { } most and < Unlimited)
                {
                    var used = Read(Path.Combine(folder, usage)) ?? 0;
                    var reclaimable = InactiveFile(Path.Combine(folder, "memory.stat"));
                    var taken = used - Math.Min(used, reclaimable);
                    yield return most - Math.Min(most, taken);
                }
            }
        }
    }

    // Limits of all ancestors apply. Inside a container the path may be the host's; then only the mount itself is seen.
    private static IEnumerable<string> UpFrom(string path)
    {
        for (
            var group = path.Trim('/');
            group.Length > 0;
            group = Path.GetDirectoryName(group) ?? ""
        )
        {
            yield return group;
        }

        yield return "";
    }

    // Page cache that the kernel gives back under pressure is charged to the group, but doesn't stand in the way.
    private static ulong InactiveFile(string stat) =>
        File.Exists(stat)
            ? File.ReadLines(stat)
                .Select(line => line.Split(' '))
                .Where(fields => fields[0] is "inactive_file" or "total_inactive_file")
                .Select(fields => ulong.Parse(fields[1]))
                .DefaultIfEmpty()
                .Max()
            : 0;

    private static ulong? Read(string path) =>
        File.Exists(path) && ulong.TryParse(File.ReadAllText(path).Trim(), out var value)
            ? value
            : null;

    // The runtime knows limit and load on Windows and macOS, once a collection has updated them.
    private static ulong OfRuntime()
    {
        GC.Collect();
        var memory = GC.GetGCMemoryInfo();
        return (ulong)Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
    }
}
