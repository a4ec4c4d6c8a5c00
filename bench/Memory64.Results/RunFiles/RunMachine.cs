namespace Memory64.Results.RunFiles;

/// <summary>The machine a run was measured on. A size or count of 0 and a null mean: not known.</summary>
public sealed record RunMachine
{
    /// <summary>The machine's name, and that of its folder; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>The processor's name as the system gives it.</summary>
    public required string Cpu { get; init; }

    /// <summary>Logical cores of the machine; 0 or more. The process may have had fewer: its cases say so in their remarks.</summary>
    public required int LogicalCores { get; init; }

    /// <summary>Bytes of one core's first-level data cache; 0 or more.</summary>
    public required long L1dBytes { get; init; }

    /// <summary>Bytes of the last-level cache; 0 or more.</summary>
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
}
