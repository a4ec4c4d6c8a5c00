using System.Runtime.InteropServices;

namespace Memory64.Bench.Guests.V8;

/// <summary>What the worker answers.</summary>
/// <param name="Text">What some answer in words or numbers; mostly empty.</param>
/// <param name="Value">See <see cref="V8Operation"/>.</param>
/// <param name="Nanoseconds">What calls took, by the wall clock.</param>
/// <param name="Processor">What calls took, in nanoseconds, by the processor time of the thread, or of the process; in steps of a microsecond.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct V8Answer(
    string Text,
    ulong Value,
    long Nanoseconds,
    long Processor
);
