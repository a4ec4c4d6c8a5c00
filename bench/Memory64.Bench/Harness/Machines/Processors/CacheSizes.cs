using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Processors;

/// <summary>Sizes of the processor's caches in bytes; 0 where neither the system nor the processor tells.</summary>
public sealed class CacheSizes
{
    private const string Caches = "sys/devices/system/cpu/cpu0/cache";

    private readonly IReadOnlyList<ProcessorCache> _caches;

    /// <summary>Asks Linux, and where that tells nothing the processor.</summary>
    /// <param name="root">The root of the file system; a test's own folder in tests.</param>
    /// <param name="cpuid">The processor's CPUID; <see langword="null"/> where there is none.</param>
    internal CacheSizes(string root, Cpuid? cpuid)
    {
        var shown = OnLinux(Path.Combine(root, Caches)).Where(cache => cache.Bytes > 0).ToList();
        _caches = shown.Count > 0 ? shown : cpuid?.CachesOfCore() ?? [];
    }

    /// <summary>The first-level data cache of one core.</summary>
    public static long FirstLevelData() =>
        OperatingSystem.IsMacOS() ? SystemControl.Read("hw.l1dcachesize") : OfThisMachine().First;

    /// <summary>The largest one, whoever shares it.</summary>
    public static long LastLevel() =>
        OperatingSystem.IsMacOS()
            ? Math.Max(SystemControl.Read("hw.l3cachesize"), SystemControl.Read("hw.l2cachesize"))
            : OfThisMachine().Last;

    /// <summary>See <see cref="FirstLevelData"/>.</summary>
    internal long First =>
        _caches
            .Where(cache => cache is { Level: 1, HoldsData: true })
            .Select(cache => cache.Bytes)
            .FirstOrDefault();

    /// <summary>See <see cref="LastLevel"/>.</summary>
    internal long Last => _caches.Select(cache => cache.Bytes).DefaultIfEmpty().Max();

    private static CacheSizes OfThisMachine() => new("/", Cpuid.OfThisProcessor);

    private static IEnumerable<ProcessorCache> OnLinux(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder, "index*")
                .Order(StringComparer.Ordinal)
                .Select(index => new ProcessorCache(
                    int.TryParse(SystemFile.Read(Path.Combine(index, "level")), out var level)
                        ? level
                        : 0,
                    SystemFile.Read(Path.Combine(index, "type")) != "Instruction",
                    Parse(SystemFile.Read(Path.Combine(index, "size")) ?? "")
                ))
            : [];

    // 32K, 1024K, 32M
    private static long Parse(string size) =>
        size.Length > 1 && long.TryParse(size[..^1], out var count)
            ? count * (size[^1] == 'M' ? 1 << 20 : 1 << 10)
            : 0;
}
