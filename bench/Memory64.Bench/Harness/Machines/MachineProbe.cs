using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Environments;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Bench.Harness.Machines.Processors;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Machines;

/// <summary>Describes this machine for the record. What the system doesn't tell is 0 or <see langword="null"/>.</summary>
public static partial class MachineProbe
{
    private const double GiB = 1L << 30;

    /// <summary>
    /// Reads everything anew. The machine is what the system has: what this process may use of it is said by
    /// <see cref="ProcessLimits"/>.
    /// </summary>
    public static RunMachine Read()
    {
        var environment = HostEnvironmentInfo.GetCurrent();
        var cpu = environment.Cpu.Value?.ProcessorName?.Trim() is { Length: > 0 } name
            ? name
            : RuntimeInformation.ProcessArchitecture.ToString();
        var cores = environment.Cpu.Value?.LogicalCoreCount ?? Environment.ProcessorCount;
        var processor = new ProcessorProbe("/", Cpuid.OfThisProcessor).Read();
        var memoryBytes = AvailableMemory.MachineBytes();
        return new RunMachine
        {
            Id = IdOf(cpu, processor, cores, memoryBytes),
            Cpu = cpu,
            Processor = processor,
            LogicalCores = cores,
            L1dBytes = CacheSizes.FirstLevelData(),
            LastLevelCacheBytes = CacheSizes.LastLevel(),
            MemoryBytes = memoryBytes,
            Os = RuntimeInformation.OSDescription,
            Kernel =
                SystemFile.Read("/proc/sys/kernel/osrelease")
                ?? Environment.OSVersion.Version.ToString(),
            PageBytes = Environment.SystemPageSize,
            TransparentHugePages = SystemFile.Read("/sys/kernel/mm/transparent_hugepage/enabled")
                is { } modes
                ? SelectedMode().Match(modes).Groups["mode"].Value
                : null,
            Overcommit = int.TryParse(
                SystemFile.Read("/proc/sys/vm/overcommit_memory"),
                out var mode
            )
                ? mode
                : null,
            Virtualized =
                OperatingSystem.IsLinux() ? new Virtualization("/").IsVirtual()
                : environment.VirtualMachineHypervisor.Value is not null ? true
                : null,
        };
    }

    /// <summary>Names a machine by what matters: <c>amd-epyc-zen5-2c-24g</c>.</summary>
    /// <param name="cpu">The processor's name, which a hypervisor may give to many.</param>
    /// <param name="processor">What it is; <see langword="null"/> where that is not known.</param>
    /// <param name="cores">Logical cores.</param>
    /// <param name="memoryBytes">
    /// What the system calls its memory, which is a little less than what is built in; 0 where it doesn't tell.
    /// </param>
    public static string IdOf(string cpu, RunProcessor? processor, int cores, long memoryBytes)
    {
        var name = NoWord()
            .Replace(Decoration().Replace(cpu, " "), "-")
            .Trim('-')
            .ToLowerInvariant();
        string?[] words =
        [
            name,
            processor is null ? null : ProcessorWord.Of(processor),
            $"{cores}c",
            memoryBytes == 0 ? null : $"{Math.Ceiling(memoryBytes / GiB)}g",
        ];
        return string.Join('-', words.Where(word => word is { Length: > 0 }));
    }

    [GeneratedRegex(@"\[(?<mode>\w+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SelectedMode();

    [GeneratedRegex(
        @"\(R\)|\(TM\)|@.*$|\b(CPU|Processor|\d+-Core)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Decoration();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NoWord();
}
