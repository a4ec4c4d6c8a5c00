using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>Where which memory can be measured: each below 4 GiB, what lies beyond in memory64 alone.</summary>
internal static class MemoryWindows
{
    /// <summary>Below 4 GiB in each kind of memory, then memory64 in these windows.</summary>
    public static (MemoryKind Memory, Window Window)[] Of(params ReadOnlySpan<Window> beyond)
    {
        List<(MemoryKind, Window)> windows =
        [
            .. Enum.GetValues<MemoryKind>().Select(memory => (memory, Window.below)),
        ];
        foreach (var window in beyond)
        {
            windows.Add((MemoryKind.memory64, window));
        }

        return [.. windows];
    }
}
