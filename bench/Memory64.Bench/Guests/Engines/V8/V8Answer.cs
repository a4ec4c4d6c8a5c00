using System.Runtime.InteropServices;

namespace Memory64.Bench.Guests.Engines.V8;

/// <summary>What the worker answers.</summary>
/// <param name="Value">See <see cref="V8Operation"/>.</param>
/// <param name="Nanoseconds">What calls took, by the wall clock.</param>
/// <param name="Processor">Likewise by the thread's own time, in steps of a microsecond; below 0 where this Node.js doesn't tell it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct V8Answer(ulong Value, long Nanoseconds, long Processor);
