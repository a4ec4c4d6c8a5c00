using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The random numbers of <c>guest/src/program.h</c>.</summary>
internal static class Numbers
{
    /// <summary>Where nothing is repeated.</summary>
    public const ulong Unlimited = ulong.MaxValue;

    /// <summary>A number below a limit that belongs to x.</summary>
    /// <param name="x">Any.</param>
    /// <param name="limit">2^32 at most.</param>
    public static ulong Chosen(ulong x, ulong limit) => (Pattern.At(x) >> 32) * limit >> 32;
}
