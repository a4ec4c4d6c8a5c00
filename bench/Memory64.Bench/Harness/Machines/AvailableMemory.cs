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
        OperatingSystem.IsLinux() ? new AvailableMemory("/").OnLinux()
        : OperatingSystem.IsWindows() ? WindowsMemory.Read().AvailableBytes
        : OfRuntime();

    /// <summary>
    /// Bytes that could be made accessible now, where the system charges them before they are touched: on Windows, and on Linux
    /// with vm.overcommit_memory=2. <see langword="null"/> elsewhere.
    /// </summary>
    public static ulong? CommittableBytes() =>
        OperatingSystem.IsLinux() ? new AvailableMemory("/").CommittableOnLinux()
        : OperatingSystem.IsWindows() ? WindowsMemory.Read().CommittableBytes
        : null;

    /// <summary>The tightest limit of a control group above this process; <see langword="null"/> where there is none.</summary>
    public static ulong? LimitBytes() =>
        OperatingSystem.IsLinux() ? new AvailableMemory("/").LimitOnLinux() : null;

    /// <summary>The least of what /proc/meminfo calls available and what each control group above this process leaves.</summary>
    public ulong OnLinux() =>
        ControlGroups()
            .Select(group => group.Most - Math.Min(group.Most, group.Taken))
            .Append(OfMachine("MemAvailable:"))
            .Min();

    /// <summary>What /proc/meminfo calls the machine's memory.</summary>
    public ulong TotalOnLinux() => OfMachine("MemTotal:");

    /// <summary>See <see cref="CommittableBytes"/>.</summary>
    public ulong? CommittableOnLinux()
    {
        const string strict = "2";
        if (SystemFile.Read(Path.Combine(root, "proc/sys/vm/overcommit_memory")) != strict)
        {
            return null;
        }

        var limit = OfMachine("CommitLimit:");
        return limit - Math.Min(limit, OfMachine("Committed_AS:"));
    }

    /// <summary>See <see cref="LimitBytes"/>.</summary>
    public ulong? LimitOnLinux() => ControlGroups().Min(group => (ulong?)group.Most);

    private ulong OfMachine(string key)
    {
        var line = File.ReadLines(Path.Combine(root, "proc/meminfo"))
            .First(line => line.StartsWith(key, StringComparison.Ordinal));
        return ulong.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal)) * 1024;
    }

    // Each group above this process that has a limit, and what of it is in use and can't be given back.
    private IEnumerable<(ulong Most, ulong Taken)> ControlGroups()
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
                    var cached = PageCache(Path.Combine(folder, "memory.stat"));
                    yield return (most, used - Math.Min(used, cached));
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

    // Page cache is charged to the group, but the kernel gives it back under pressure: also what was read twice, which is active.
    private static ulong PageCache(string stat)
    {
        var values = File.Exists(stat)
            ? File.ReadLines(stat)
                .Select(line => line.Split(' '))
                .Where(fields => fields.Length == 2)
                .ToDictionary(fields => fields[0], fields => ulong.Parse(fields[1]))
            : [];

        // Version 1 counts a group's own pages, and with those of the groups below as total.
        ulong Of(string list) =>
            values.GetValueOrDefault($"total_{list}", values.GetValueOrDefault(list));
        return Of("inactive_file") + Of("active_file");
    }

    private static ulong? Read(string path) =>
        File.Exists(path) && ulong.TryParse(File.ReadAllText(path).Trim(), out var value)
            ? value
            : null;

    // The runtime knows what is in use on macOS, once a collection has updated it; its own limit is not the machine's.
    private static ulong OfRuntime()
    {
        GC.Collect();
        var total = MachineProbe.MemoryBytes();
        return (ulong)Math.Max(0, total - GC.GetGCMemoryInfo().MemoryLoadBytes);
    }
}
