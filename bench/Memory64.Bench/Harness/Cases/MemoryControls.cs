using Memory64.Bench.Guests;

namespace Memory64.Bench.Harness.Cases;

/// <summary>The controls of a case whose parameter <c>Memory</c> says what is measured.</summary>
public static class MemoryControls
{
    /// <summary>The parameter.</summary>
    public const string Parameter = "Memory";

    /// <summary>memory64 is compared with memory32 and with native memory, memory32 with native memory.</summary>
    /// <param name="memory">What the case measures.</param>
    /// <param name="changes">The other parameters in which the controls differ from it.</param>
    public static IReadOnlyList<Control> Of(
        MemoryKind memory,
        params (string Parameter, object Value)[] changes
    )
    {
        var memory32 = new Control("memory32", [(Parameter, MemoryKind.memory32), .. changes]);
        var native = new Control("native", [(Parameter, MemoryKind.native), .. changes]);
        return memory switch
        {
            MemoryKind.memory64 => [memory32, native],
            MemoryKind.memory32 => [native],
            _ => [],
        };
    }
}
