using System.Text;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Bench.Harness.Machines.Processors;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Tests.Harness.Machines;

/// <summary>The files by which Linux tells of memory and of devices, in a folder of a test's own.</summary>
internal sealed class FakeSystem : IDisposable
{
    internal const ulong MiB = 1UL << 20;

    internal const ulong TotalMiB = 97_656;

    private readonly TemporaryFolder _folder = new();

    internal FakeSystem(ulong availableMiB) =>
        Write(
            "proc/meminfo",
            $"MemTotal:       {TotalMiB * 1024} kB\nMemFree:          123456 kB\nMemAvailable:   {availableMiB * 1024, 8} kB\nBuffers: 1 kB\nCommitLimit: {5_000 * 1024} kB\nCommitted_AS: {1_500 * 1024} kB\n"
        );

    internal ulong AvailableMiB => new AvailableMemory(_folder.Root).OnLinux() / MiB;

    internal AvailableMemory Memory => new(_folder.Root);

    /// <summary>The processor as these files tell it, without CPUID.</summary>
    internal RunProcessor? Processor => new ProcessorProbe(_folder.Root, cpuid: null).Read();

    internal bool? IsVirtual => new Virtualization(_folder.Root).IsVirtual();

    internal bool ReportsFreePages => new FreePageReporting(_folder.Root).IsOn();

    /// <summary>The caches as these files tell them, or CPUID.</summary>
    internal CacheSizes Caches(Cpuid? cpuid) => new(_folder.Root, cpuid);

    /// <summary>A cache of the first core.</summary>
    internal FakeSystem Cache(string index, int level, string type, string size) =>
        Write($"sys/devices/system/cpu/cpu0/cache/{index}/level", $"{level}\n")
            .Write($"sys/devices/system/cpu/cpu0/cache/{index}/type", $"{type}\n")
            .Write($"sys/devices/system/cpu/cpu0/cache/{index}/size", $"{size}\n");

    internal FakeSystem Membership(string lines) => Write("proc/self/cgroup", lines);

    /// <summary>A group of version 2; its limit is a number of bytes or the kernel's word for none.</summary>
    internal FakeSystem Group2(
        string path,
        string limit,
        ulong usedMiB,
        ulong inactiveMiB = 0,
        ulong activeMiB = 0
    ) =>
        Write($"sys/fs/cgroup/{path}/memory.max", $"{limit}\n")
            .Write($"sys/fs/cgroup/{path}/memory.current", $"{usedMiB * MiB}\n")
            .Write(
                $"sys/fs/cgroup/{path}/memory.stat",
                $"anon 1\nfile 2\ninactive_anon 99999999999\ninactive_file {inactiveMiB * MiB}\nactive_file {activeMiB * MiB}\n"
            );

    /// <summary>A group of version 1.</summary>
    internal FakeSystem Group1(
        string path,
        string limit,
        ulong usedMiB,
        ulong inactiveMiB = 0,
        ulong activeMiB = 0
    ) =>
        Write($"sys/fs/cgroup/memory/{path}/memory.limit_in_bytes", $"{limit}\n")
            .Write($"sys/fs/cgroup/memory/{path}/memory.usage_in_bytes", $"{usedMiB * MiB}\n")
            .Write(
                $"sys/fs/cgroup/memory/{path}/memory.stat",
                $"cache 1\ninactive_file 0\nactive_file 7\ntotal_inactive_file {inactiveMiB * MiB}\ntotal_active_file {activeMiB * MiB}\n"
            );

    /// <summary>A device of a virtual machine; its features are a digit each, from bit 0 on.</summary>
    internal FakeSystem Virtio(string name, string device, string features) =>
        Write($"sys/bus/virtio/devices/{name}/device", $"{device}\n")
            .Write($"sys/bus/virtio/devices/{name}/features", $"{features}\n");

    public void Dispose() => _folder.Dispose();

    internal FakeSystem Write(string path, string text)
    {
        _ = _folder.Write(path, Encoding.UTF8.GetBytes(text));
        return this;
    }
}
