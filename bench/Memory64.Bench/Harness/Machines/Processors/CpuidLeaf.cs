using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Machines.Processors;

/// <summary>What CPUID answers: four registers.</summary>
/// <param name="A">EAX.</param>
/// <param name="B">EBX.</param>
/// <param name="C">ECX.</param>
/// <param name="D">EDX.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CpuidLeaf(uint A, uint B, uint C, uint D);
