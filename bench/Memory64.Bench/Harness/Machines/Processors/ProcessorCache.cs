using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Processors;

/// <summary>A cache that a core reaches.</summary>
/// <param name="Level">1 or more.</param>
/// <param name="HoldsData">Whether it isn't for instructions alone.</param>
/// <param name="Bytes">Its size, whoever shares it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProcessorCache(int Level, bool HoldsData, long Bytes);
