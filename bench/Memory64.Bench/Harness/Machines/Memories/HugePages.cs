using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>Transparent huge pages of Linux, which a program may ask for where the system doesn't give them unasked.</summary>
public static unsafe partial class HugePages
{
    // MADV_HUGEPAGE of madvise(2); PR_SET_THP_DISABLE and PR_GET_THP_DISABLE of prctl(2).
    private const int HugePageAdvice = 14,
        SetForbidden = 41,
        IsForbidden = 42;

    /// <summary>Why they can't be asked for on this machine, or <see langword="null"/>.</summary>
    public static string? ReasonToSkip() =>
        !OperatingSystem.IsLinux() ? "huge pages by madvise are Linux's alone"
        : SystemFile.Read("/sys/kernel/mm/transparent_hugepage/enabled") is not { } modes
            ? "this Linux has no transparent huge pages"
        : modes.Contains("[never]", StringComparison.Ordinal)
            ? "transparent huge pages are switched off here (never)"
        : Control(IsForbidden, 0, 0, 0, 0) == 1
            ? "huge pages are forbidden to this process (PR_SET_THP_DISABLE, which systemd sets for MemoryTHP=disable and what starts a process hands on)"
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
            var error = new Win32Exception(Marshal.GetLastPInvokeError());
            throw new Win32Exception(
                error.NativeErrorCode,
                $"madvise(MADV_HUGEPAGE): {error.Message}"
            );
        }
    }

    /// <summary>Bytes of huge pages that are resident in the mapping to which an address belongs; 0 where none is.</summary>
    public static ulong ResidentBytesAt(byte* address)
    {
        const string key = "AnonHugePages:";
        var isInside = false;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (Range(line) is var (start, end))
            {
                isInside = (ulong)address >= start && (ulong)address < end;
            }
            else if (isInside && line.StartsWith(key, StringComparison.Ordinal))
            {
                var count = line[key.Length..].Replace("kB", "", StringComparison.Ordinal);
                return ulong.Parse(count) * 1024;
            }
        }

        return 0;
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
