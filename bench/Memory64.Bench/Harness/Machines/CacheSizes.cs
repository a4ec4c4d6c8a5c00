namespace Memory64.Bench.Harness.Machines;

/// <summary>Sizes of the processor's caches in bytes; 0 where the system doesn't tell.</summary>
public static class CacheSizes
{
    private const string Caches = "/sys/devices/system/cpu/cpu0/cache";

    /// <summary>The first-level data cache of one core.</summary>
    public static long FirstLevelData() =>
        OperatingSystem.IsMacOS()
            ? SystemControl.Read("hw.l1dcachesize")
            : OnLinux()
                .Where(cache => cache is { Level: 1, Type: not "Instruction" })
                .Select(cache => cache.Bytes)
                .FirstOrDefault();

    /// <summary>The largest one, whoever shares it.</summary>
    public static long LastLevel() =>
        OperatingSystem.IsMacOS()
            ? Math.Max(SystemControl.Read("hw.l3cachesize"), SystemControl.Read("hw.l2cachesize"))
            : OnLinux().Select(cache => cache.Bytes).DefaultIfEmpty().Max();

    private static IEnumerable<(int Level, string Type, long Bytes)> OnLinux() =>
        Directory.Exists(Caches)
            ? Directory
                .EnumerateDirectories(Caches, "index*")
                .Order(StringComparer.Ordinal)
                .Select(folder =>
                    (
                        int.TryParse(SystemFile.Read(Path.Combine(folder, "level")), out var level)
                            ? level
                            : 0,
                        SystemFile.Read(Path.Combine(folder, "type")) ?? "",
                        Parse(SystemFile.Read(Path.Combine(folder, "size")) ?? "")
                    )
                )
            : [];

    // 32K, 1024K, 32M
    private static long Parse(string size) =>
        size.Length > 1 && long.TryParse(size[..^1], out var count)
            ? count * (size[^1] == 'M' ? 1 << 20 : 1 << 10)
            : 0;
}
