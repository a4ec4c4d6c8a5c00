using System.Text.Json.Serialization;
using Memory64.Results.Units;

namespace Memory64.Results.RunFiles.Records;

/// <summary>The machine a run was measured on. A size or count of 0 and a null mean: not known.</summary>
public sealed record RunMachine
{
    /// <summary>The machine's name, and that of its folder; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>The processor's name as the system gives it.</summary>
    public required string Cpu { get; init; }

    /// <summary>
    /// What the processor says it is; null where it doesn't tell, and in files of programs that didn't ask. Optional in the file.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunProcessor? Processor { get; init; }

    /// <summary>Logical cores of the machine; 0 or more. The process may have had fewer: its cases say so in their remarks.</summary>
    public required int LogicalCores { get; init; }

    /// <summary>Bytes of one core's first-level data cache; 0 or more.</summary>
    public required long L1dBytes { get; init; }

    /// <summary>
    /// Bytes of the last-level cache, 0 or more: what a core reaches, or all of the processor's where it tells no more. Others may share
    /// it, and of a virtual machine's the host's other guests do.
    /// </summary>
    public required long LastLevelCacheBytes { get; init; }

    /// <summary>Bytes of main memory; 0 or more.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The operating system's name and version.</summary>
    public required string Os { get; init; }

    /// <summary>The kernel's version.</summary>
    public required string Kernel { get; init; }

    /// <summary>Bytes of one page of the operating system; 1 or more. Figures per page use it.</summary>
    public required int PageBytes { get; init; }

    /// <summary>Linux' setting for transparent huge pages (always, madvise, never); null where there is none.</summary>
    public required string? TransparentHugePages { get; init; }

    /// <summary>Linux' vm.overcommit_memory (0, 1 or 2); null where there is none.</summary>
    public required int? Overcommit { get; init; }

    /// <summary>Whether the machine is a virtual one; null where that can't be told.</summary>
    public required bool? Virtualized { get; init; }

    /// <summary>Whether the two are one machine: of one name, and of one processor as far as both tell.</summary>
    /// <param name="other">What another run was measured on.</param>
    public bool IsSame(RunMachine other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id == other.Id && ProcessorDifference(other) is null;
    }

    /// <summary>
    /// In what the processors differ, in words, this one's first; <see langword="null"/> where what both tell is the same. Names count only
    /// where one of the two tells nothing else: a hypervisor gives them, and the same one to many processors.
    /// </summary>
    /// <param name="other">Another machine.</param>
    public string? ProcessorDifference(RunMachine other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (one, another) =
            Processor is { } known && other.Processor is { } othersKnown
                ? (known.ToString(), othersKnown.ToString())
                : (Cpu, other.Cpu);
        return one != another
            ? $"{one}, not {another}"
            : Difference("first-level data cache", L1dBytes, other.L1dBytes)
                ?? Difference("last-level cache", LastLevelCacheBytes, other.LastLevelCacheBytes);
    }

    private static string? Difference(string what, long bytes, long others) =>
        bytes == 0 || others == 0 || bytes == others
            ? null
            : $"{what} of {Text(bytes)}, not {Text(others)}";

    private static string Text(long bytes) => Scale.Memory.Choose(bytes).Text(bytes);
}
