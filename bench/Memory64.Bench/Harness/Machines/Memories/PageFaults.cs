using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>Page faults of this process since its start.</summary>
/// <param name="Minor">Served without input or output.</param>
/// <param name="Major">Served from a disk.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PageFaults(long Minor, long Major)
{
    /// <summary>Both counts together.</summary>
    public static PageFaults operator +(PageFaults left, PageFaults right) =>
        new(left.Minor + right.Minor, left.Major + right.Major);

    /// <summary>What came in between, where <paramref name="right"/> was read first.</summary>
    public static PageFaults operator -(PageFaults left, PageFaults right) =>
        new(left.Minor - right.Minor, left.Major - right.Major);
}
