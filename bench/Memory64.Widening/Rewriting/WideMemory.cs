using System.Runtime.InteropServices;

namespace Memory64.Widening.Rewriting;

/// <summary>A memory that becomes a memory64.</summary>
/// <param name="MostPages">How many pages 32 bits address: 65,536 of 64 KiB.</param>
/// <param name="IsCapped">Whether its type keeps it from growing beyond that; else added code does.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WideMemory(ulong MostPages, bool IsCapped);
