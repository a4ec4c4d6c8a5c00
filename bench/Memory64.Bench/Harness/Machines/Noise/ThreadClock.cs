using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Noise;

/// <summary>
/// The processor time of the calling thread: what the machine does for others meanwhile isn't in it. See CLOCK_THREAD_CPUTIME_ID in
/// <see href="https://man7.org/linux/man-pages/man2/clock_gettime.2.html"/>.
/// </summary>
internal static unsafe partial class ThreadClock
{
    private const int OfLinux = 3;
    private const int OfMacOS = 16;

    /// <summary>Whether the system tells it, to the microsecond or better; Windows counts in ticks of 15 ms.</summary>
    public static bool IsSupported { get; } =
        OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Nanoseconds since some moment; only differences mean something.</summary>
    /// <exception cref="PlatformNotSupportedException">The system doesn't tell it.</exception>
    public static long Nanoseconds()
    {
        TimeSpec time;
        return IsSupported && GetTime(OperatingSystem.IsMacOS() ? OfMacOS : OfLinux, &time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : throw new PlatformNotSupportedException(
                "this system tells no thread's processor time"
            );
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, TimeSpec* time);

    // struct timespec of 64-bit systems.
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
