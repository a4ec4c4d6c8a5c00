using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>What the operating system says of this process's memory.</summary>
public static unsafe partial class ProcessMemory
{
    /// <summary>Bytes resident now.</summary>
    public static long ResidentBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>
    /// Bytes resident now, each counted once however often it is mapped, and shared ones in parts (Pss); not but on Linux, see
    /// smaps_rollup in <see href="https://docs.kernel.org/filesystems/proc.html"/>. The system walks through all pages for it.
    /// </summary>
    /// <param name="process">Id of a process of the same user; <see langword="null"/> for this one.</param>
    public static long? ProportionalBytes(int? process = null) =>
        Kibibytes(
            SystemFile.Read(
                process is { } id
                    ? string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/smaps_rollup")
                    : "/proc/self/smaps_rollup"
            ),
            "Pss:"
        );

    /// <summary>Bytes of another process that are resident now; 0 where it has ended, or the system doesn't tell.</summary>
    /// <param name="process">Its id.</param>
    public static long ResidentBytesOf(int process) =>
        Of(process, "VmRSS:", other => other.WorkingSet64);

    /// <summary>Most bytes of another process that were resident at one time, likewise.</summary>
    /// <param name="process">Its id.</param>
    public static long PeakResidentBytesOf(int process) =>
        Of(process, "VmHWM:", other => other.PeakWorkingSet64);

    /// <summary>Page faults of another process since it began; none where the system doesn't tell.</summary>
    /// <param name="process">Its id.</param>
    /// <remarks>Source of the layout: proc_pid_stat(5).</remarks>
    public static PageFaults PageFaultsOf(int process)
    {
        const int minor = 7,
            major = 9;
        var text = SystemFile.Read(
            string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat")
        );
        // Before the bracket stands the program's name, which may hold anything.
        var fields = text?[(text.LastIndexOf(')') + 2)..].Split(' ');
        return
            fields is { Length: > major }
            && long.TryParse(fields[minor], CultureInfo.InvariantCulture, out var minors)
            && long.TryParse(fields[major], CultureInfo.InvariantCulture, out var majors)
            ? new(minors, majors)
            : default;
    }

    private static long Of(int process, string key, Func<Process, long> elsewhere)
    {
        if (!OperatingSystem.IsLinux())
        {
            using var other = Process.GetProcessById(process);
            return elsewhere(other);
        }

        return Status(process, key);
    }

    private static long Status(int process, string key) =>
        Kibibytes(
            SystemFile.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")),
            key
        ) ?? 0;

    /// <summary>Bytes of address space, reserved ones included.</summary>
    public static long VirtualBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.VirtualMemorySize64;
    }

    /// <summary>Most bytes resident at one time since the process began.</summary>
    public static long PeakResidentBytes()
    {
        if (OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }

        if (OperatingSystem.IsMacOS())
        {
            return Usage().MaximumResident;
        }

        // On Linux ru_maxrss of getrusage(2), in KiB, starts at the size of the process that started this one.
        return Kibibytes(SystemFile.Read("/proc/self/status"), "VmHWM:")
            ?? Usage().MaximumResident * 1024;
    }

    /// <summary>Whether the system can forget a peak, as far as is known before it is asked to.</summary>
    public static bool CanResetPeak => OperatingSystem.IsLinux();

    /// <summary>
    /// Forgets the peak: from now on it is counted from what is resident. Returns whether the system can; only Linux does, see
    /// clear_refs in <see href="https://docs.kernel.org/filesystems/proc.html"/>.
    /// </summary>
    /// <param name="process">Id of a process of the same user; <see langword="null"/> for this one.</param>
    public static bool TryResetPeak(int? process = null)
    {
        const string resetsPeak = "5";
        if (!CanResetPeak)
        {
            return false;
        }

        try
        {
            File.WriteAllText(
                process is { } id
                    ? string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/clear_refs")
                    : "/proc/self/clear_refs",
                resetsPeak
            );
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? Kibibytes(string? status, string key) =>
        status?.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))
            is { } line
        && long.TryParse(
            line[key.Length..].Replace("kB", "", StringComparison.Ordinal),
            out var count
        )
            ? count * 1024
            : null;

    /// <summary>Page faults since the process began; Windows doesn't tell minor from major, all are minor there.</summary>
    public static PageFaults PageFaults()
    {
        if (OperatingSystem.IsWindows())
        {
            var counters = new ProcessMemoryCounters { Size = (uint)sizeof(ProcessMemoryCounters) };
            return GetProcessMemoryInfo(-1, &counters, counters.Size) != 0
                ? new(counters.PageFaultCount, 0)
                : default;
        }

        var usage = Usage();
        return new(usage.MinorFaults, usage.MajorFaults);
    }

    /// <summary>How often the system took the processor from this process; not on Windows.</summary>
    internal static long InvoluntarySwitches() => Usage().InvoluntarySwitches;

    private static ResourceUsage Usage()
    {
        const int self = 0;
        ResourceUsage usage;
        return GetResourceUsage(self, &usage) == 0 ? usage : default;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, ResourceUsage* usage);

    // The pseudo handle -1 is this process.
    [LibraryImport("kernel32", EntryPoint = "K32GetProcessMemoryInfo")]
    private static partial int GetProcessMemoryInfo(
        nint process,
        ProcessMemoryCounters* counters,
        uint size
    );

    // struct rusage of 64-bit Linux and macOS: two struct timeval of 16 bytes, then fourteen longs.
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct ResourceUsage
    {
        [FieldOffset(32)]
        public long MaximumResident;

        [FieldOffset(64)]
        public long MinorFaults;

        [FieldOffset(72)]
        public long MajorFaults;

        [FieldOffset(136)]
        public long InvoluntarySwitches;
    }

    // PROCESS_MEMORY_COUNTERS of psapi.h on 64-bit Windows.
    [StructLayout(LayoutKind.Explicit, Size = 72)]
    private struct ProcessMemoryCounters
    {
        [FieldOffset(0)]
        public uint Size;

        [FieldOffset(4)]
        public uint PageFaultCount;
    }
}
