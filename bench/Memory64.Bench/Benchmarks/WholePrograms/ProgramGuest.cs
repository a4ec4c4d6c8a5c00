using System.Collections.Concurrent;
using Memory64.Bench.Guests;
using Memory64.Wasmtime;
using Memory64.Widening.Rewriting;

namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>The guests of the programs.</summary>
internal static class ProgramGuest
{
    private static readonly ConcurrentDictionary<ProgramKind, Guest> Widened = [];

    /// <summary>What a program is compiled to.</summary>
    /// <param name="program">Which.</param>
    /// <param name="memory">Not <see cref="ProgramMemory.native"/>.</param>
    public static Guest Of(ProgramKind program, ProgramMemory memory) =>
        memory switch
        {
            ProgramMemory.memory64 => Guest.Named($"{program}-m64"),
            ProgramMemory.widened => Widened.GetOrAdd(program, Widen),
            _ => Guest.Named($"{program}-m32"),
        };

    /// <summary>
    /// The memory that it begins with and may grow to. The narrow one declares no maximum, so that a widened one isn't checked against a
    /// constant, as a 64-bit memory is that never grows beyond 4 GiB; but neither can grow beyond that.
    /// </summary>
    public static MemoryType TypeOf(ProgramMemory memory) =>
        memory == ProgramMemory.memory64
            ? new(ByteSize.GiB(8).Pages, ByteSize.GiB(16).Pages, Is64: true)
            : new(ByteSize.FourGiB.Pages, ByteSize.FourGiB.Pages, Is64: false);

    private static Guest Widen(ProgramKind program)
    {
        var narrow = Of(program, ProgramMemory.memory32);
        return new($"{narrow.Name}, widened", Widener.Widen(narrow.Wasm.Span));
    }
}
