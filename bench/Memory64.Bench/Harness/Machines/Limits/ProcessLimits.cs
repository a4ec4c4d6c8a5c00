using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Machines.Limits;

/// <summary>What this process may use of the machine, where that is less than all of it.</summary>
public static class ProcessLimits
{
    /// <summary>Fewer cores than the machine has, such as <c>1 of 2 cores</c>; <see langword="null"/> where all are there.</summary>
    public static string? Cores(RunMachine machine) =>
        Environment.ProcessorCount < machine.LogicalCores
            ? $"{Environment.ProcessorCount} of {machine.LogicalCores} cores"
            : null;

    /// <summary>A phrase a limit.</summary>
    public static IEnumerable<string> Find(RunMachine machine)
    {
        if (Cores(machine) is { } cores)
        {
            yield return $"{cores} (affinity, a container's quota or DOTNET_PROCESSOR_COUNT)";
        }

        if (AvailableMemory.LimitBytes() is { } limit && limit < (ulong)machine.MemoryBytes)
        {
            yield return $"{MemoryText.GiB(limit)} of {MemoryText.GiB(machine.MemoryBytes)} of memory (its control group)";
        }

        if (AddressLimits.AddressSpaceBytes() is { } addresses)
        {
            yield return $"{MemoryText.GiB(addresses)} of address space (ulimit -v), of which this program itself has {MemoryText.GiB(ProcessMemory.VirtualBytes())}; a memory takes more of it than its size";
        }

        if (AddressLimits.DataBytes() is { } data)
        {
            yield return $"{MemoryText.GiB(data)} of memory that can be written, touched or not (ulimit -d)";
        }

        var heap = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (heap < machine.MemoryBytes)
        {
            yield return $"{MemoryText.GiB(heap)} for .NET's own objects (a container's limit or DOTNET_GCHeapHardLimit), which no guest's memory is";
        }
    }
}
