using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Limits;

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

    /// <summary>Main memory of the machine, whatever this process may use of it; 0 where the system doesn't tell.</summary>
    public static long MachineBytes() =>
        OperatingSystem.IsLinux() ? (long)new AvailableMemory("/").TotalOnLinux()
        : OperatingSystem.IsWindows() ? (long)WindowsMemory.Read().TotalBytes
        : SystemControl.Read("hw.memsize");

    /// <summary>The tightest limit of a control group above this process; <see langword="null"/> where there is none.</summary>
    public static ulong? LimitBytes() =>
        OperatingSystem.IsLinux() ? new AvailableMemory("/").LimitOnLinux() : null;

    /// <summary>
    /// The least of what /proc/meminfo calls available, or counts as free and as cached files where a kernel or a sandbox doesn't, and what
    /// each control group above this process leaves.
    /// </summary>
    public ulong OnLinux() =>
        ControlGroups()
            .Select(group => group.Most - Math.Min(group.Most, group.Taken))
            .Append(OfMachine("MemAvailable:") ?? Reclaimable() ?? OfRuntime())
            .Min();

    /// <summary>What /proc/meminfo calls the machine's memory; 0 where it doesn't tell.</summary>
    public ulong TotalOnLinux() => OfMachine("MemTotal:") ?? 0;

    /// <summary>See <see cref="CommittableBytes"/>.</summary>
    public ulong? CommittableOnLinux()
    {
        const string strict = "2";
        if (SystemFile.Read(Path.Combine(root, "proc/sys/vm/overcommit_memory")) != strict)
        {
            return null;
        }

        return OfMachine("CommitLimit:") is { } limit && OfMachine("Committed_AS:") is { } committed
            ? limit - Math.Min(limit, committed)
            : null;
    }

    /// <summary>See <see cref="LimitBytes"/>.</summary>
    public ulong? LimitOnLinux() => ControlGroups().Min(group => (ulong?)group.Most);

    // Cached files can be given back, shared memory can't: it isn't on these lists.
    private ulong? Reclaimable() =>
        OfMachine("MemFree:")
        + (OfMachine("Active(file):") ?? 0)
        + (OfMachine("Inactive(file):") ?? 0);

    private ulong? OfMachine(string key) =>
        SystemFile
            .Read(Path.Combine(root, "proc/meminfo"))
            ?.Split('\n')
            .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))
            is { } line
        && ulong.TryParse(
            line[key.Length..].Replace("kB", "", StringComparison.Ordinal),
            out var kibibytes
        )
            ? kibibytes * 1024
            : null;

    // Each group above this process that has a limit, and what of it is in use and can't be given back.
    private IEnumerable<(ulong Most, ulong Taken)> ControlGroups()
    {
        var membership = SystemFile.Read(Path.Combine(root, "proc/self/cgroup")) ?? "";

        // Lines are hierarchy:controllers:path; version 2 has one, whose controllers are empty.
        foreach (
            var fields in membership
                .Split('\n')
                .Select(line => line.Split(':', 3))
                .Where(fields => fields.Length == 3)
        )
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
        Dictionary<string, ulong> values = new(StringComparer.Ordinal);
        foreach (var fields in (SystemFile.Read(stat) ?? "").Split('\n').Select(l => l.Split(' ')))
        {
            if (fields.Length == 2 && ulong.TryParse(fields[1], out var value))
            {
                values[fields[0]] = value;
            }
        }

        // Version 1 counts a group's own pages, and with those of the groups below as total.
        ulong Of(string list) =>
            values.GetValueOrDefault($"total_{list}", values.GetValueOrDefault(list));
        return Of("inactive_file") + Of("active_file");
    }

    private static ulong? Read(string path) =>
        ulong.TryParse(SystemFile.Read(path), out var value) ? value : null;

    // The runtime knows what is in use on macOS, once a collection has updated it; its own limit is not the machine's, and counts only
    // where the machine doesn't tell of itself.
    private static ulong OfRuntime()
    {
        GC.Collect();
        var total = MachineBytes() is > 0 and var told
            ? told
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return (ulong)Math.Max(0, total - GC.GetGCMemoryInfo().MemoryLoadBytes);
    }
}
