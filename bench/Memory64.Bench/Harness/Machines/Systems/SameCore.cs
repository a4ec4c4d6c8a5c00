using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Systems;

/// <summary>
/// Keeps the calling thread and other processes on one core, as long as it lives. Processes that take turns need no second one, and two
/// cores differ: ratios of V8 over itself, medians of a process, lay at 0.98, 1.00 or 1.02, as cores were clocked. Only Linux is asked.
/// </summary>
internal sealed unsafe partial class SameCore : IDisposable
{
    private const int MaskBytes = 128;

    private readonly List<(int Thread, byte[] Mask)> _before = [];

    private SameCore() { }

    /// <summary>Brings them together where this thread runs now; what the system refuses stays where it is.</summary>
    /// <param name="processes">Ids; of each the first thread is meant. None: nothing is changed.</param>
    public static SameCore For(IEnumerable<int> processes)
    {
        var core = new SameCore();
        if (
            OperatingSystem.IsLinux()
            && processes.ToList() is { Count: > 0 } others
            && CurrentCore() is >= 0 and < 8 * MaskBytes and var here
        )
        {
            var mask = new byte[MaskBytes];
            mask[here / 8] = (byte)(1 << (here % 8));
            core.Move(0, mask);
            others.ForEach(other => core.Move(other, mask));
        }

        return core;
    }

    /// <inheritdoc/>
    public void Dispose() => _before.ForEach(each => Set(each.Thread, each.Mask));

    private void Move(int thread, byte[] mask)
    {
        var before = new byte[MaskBytes];
        fixed (byte* start = before)
        {
            if (GetAffinity(thread, MaskBytes, start) < 0)
            {
                return;
            }
        }

        _before.Add((thread, before));
        Set(thread, mask);
    }

    private static void Set(int thread, byte[] mask)
    {
        fixed (byte* start = mask)
        {
            _ = SetAffinity(thread, MaskBytes, start);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nuint bytes, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, byte* mask);
}
