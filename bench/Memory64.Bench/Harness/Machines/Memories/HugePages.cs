using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>Transparent huge pages of Linux, which a program may ask for where the system doesn't give them unasked.</summary>
public static unsafe partial class HugePages
{
    /// <summary>Bytes of a huge page, on x64 and on arm64 with pages of 4 KiB.</summary>
    public const ulong Bytes = 2UL << 20;

    // MADV_HUGEPAGE and MADV_COLLAPSE of madvise(2); PR_SET_THP_DISABLE and PR_GET_THP_DISABLE of prctl(2).
    private const int HugePageAdvice = 14,
        CollapseAdvice = 25,
        SetForbidden = 41,
        IsForbidden = 42;

    private const string Forbidden =
        "huge pages are forbidden to this process (PR_SET_THP_DISABLE, which systemd sets for MemoryTHP=disable and what starts a process hands on)";

    // A page that is busy is another time free: EAGAIN and EBUSY of Linux.
    private const int TryAgain = 11,
        Busy = 16,
        MostTries = 5;

    // Of /proc/self/smaps; see proc_pid_smaps(5).
    private static readonly string[] Keys = ["AnonHugePages:", "ShmemPmdMapped:", "FilePmdMapped:"];

    /// <summary>Why they can't be asked for on this machine, or <see langword="null"/>.</summary>
    public static string? ReasonToSkip() =>
        !OperatingSystem.IsLinux() ? "huge pages by madvise are Linux's alone"
        : SystemFile.Read("/sys/kernel/mm/transparent_hugepage/enabled") is not { } modes
            ? "this Linux has no transparent huge pages"
        : modes.Contains("[never]", StringComparison.Ordinal)
            ? "transparent huge pages are switched off here (never)"
        : Control(IsForbidden, 0, 0, 0, 0) == 1 ? Forbidden
        : null;

    /// <summary>Why pages can't be joined on this machine, or <see langword="null"/>.</summary>
    public static string? ReasonNotToCollapse() =>
        !OperatingSystem.IsLinux() || !OperatingSystem.IsOSPlatformVersionAtLeast("linux", 6, 1)
            ? "only Linux joins pages of a file to huge ones when it is told to (MADV_COLLAPSE), from 6.1 on"
        : Environment.SystemPageSize != 4096
            ? $"huge pages are larger than 2 MiB where a page has {Environment.SystemPageSize} bytes"
        : SystemFile.Read("/sys/kernel/mm/transparent_hugepage/shmem_enabled") is not { } modes
            ? "this Linux has no transparent huge pages"
        : modes.Contains("[deny]", StringComparison.Ordinal)
            ? "files in memory may not have huge pages here (shmem_enabled is deny)"
        : modes.Contains("[always]", StringComparison.Ordinal)
        || modes.Contains("[force]", StringComparison.Ordinal)
            ? "files in memory have huge pages here unasked (shmem_enabled), so there are no small ones to compare with"
        : Control(IsForbidden, 0, 0, 0, 0) == 1 ? Forbidden
        : null;

    /// <summary>For tests: forbids or allows them to this process and what it starts.</summary>
    internal static void Forbid(bool forbidden) =>
        _ = Control(SetForbidden, forbidden ? 1u : 0u, 0, 0, 0);

    /// <summary>Asks for huge pages in an area of the address space, before it is touched.</summary>
    /// <param name="address">Begins a page.</param>
    /// <param name="bytes">Size of the area.</param>
    /// <exception cref="Win32Exception">The system refuses; the message is its own.</exception>
    public static void Advise(byte* address, ulong bytes)
    {
        if (MemoryAdvise(address, (nuint)bytes, HugePageAdvice) != 0)
        {
            throw Refusal("MADV_HUGEPAGE");
        }
    }

    /// <summary>
    /// Has the pages of an area joined to huge ones, now: also those of a file in memory, which other advice leaves small. They stay so for
    /// whoever maps that file. Pages that are busy for long stay small.
    /// </summary>
    /// <param name="address">Begins a page; what lies before its first multiple of <see cref="Bytes"/> stays small.</param>
    /// <param name="bytes">Size of the area; what lies behind the last such multiple likewise.</param>
    /// <exception cref="Win32Exception">The system refuses; the message is its own.</exception>
    public static void Collapse(byte* address, ulong bytes)
    {
        for (var left = MostTries; left > 0; left--)
        {
            if (MemoryAdvise(address, (nuint)bytes, CollapseAdvice) == 0)
            {
                return;
            }

            if (Marshal.GetLastPInvokeError() is not (TryAgain or Busy))
            {
                throw Refusal("MADV_COLLAPSE");
            }
        }
    }

    private static Win32Exception Refusal(string advice)
    {
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        return new(error.NativeErrorCode, $"madvise({advice}): {error.Message}");
    }

    /// <summary>Bytes of huge pages, of files too, that are resident in the mapping to which an address belongs; 0 where none is.</summary>
    public static ulong ResidentBytesAt(byte* address)
    {
        var sum = 0UL;
        var isInside = false;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (Range(line) is var (start, end))
            {
                isInside = (ulong)address >= start && (ulong)address < end;
            }
            else if (isInside && Keys.Any(key => line.StartsWith(key, StringComparison.Ordinal)))
            {
                var count = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]
                    .Replace("kB", "", StringComparison.Ordinal);
                sum += ulong.Parse(count, CultureInfo.InvariantCulture) * 1024;
            }
        }

        return sum;
    }

    // A mapping begins with its addresses, 7f0000000000-7f0000200000, in hexadecimal; what is said of it, with a name and a colon.
    private static (ulong Start, ulong End)? Range(string line)
    {
        var bounds = line.Split(' ', 2)[0].Split('-');
        return
            bounds.Length == 2
            && ulong.TryParse(bounds[0], NumberStyles.HexNumber, null, out var start)
            && ulong.TryParse(bounds[1], NumberStyles.HexNumber, null, out var end)
            ? (start, end)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static partial int MemoryAdvise(byte* address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(
        int option,
        nuint argument2,
        nuint argument3,
        nuint argument4,
        nuint argument5
    );
}
