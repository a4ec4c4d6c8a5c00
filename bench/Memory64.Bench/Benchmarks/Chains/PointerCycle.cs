using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>An order in which a chase visits slots: every slot exactly once, then again.</summary>
public sealed class PointerCycle
{
    private readonly int[] _next;
    private readonly int[] _rank;

    private PointerCycle(int[] next)
    {
        _next = next;
        _rank = new int[next.Length];
        Array.Fill(_rank, -1);
        var slot = 0;
        for (var visits = 0; visits < next.Length; visits++)
        {
            Expect.Equal("first visit of a slot", (ulong)slot, ulong.MaxValue, (ulong)_rank[slot]);
            _rank[slot] = visits;
            slot = next[slot];
        }

        Expect.Equal("slot at the end of the cycle", (ulong)slot, 0, (ulong)slot);
    }

    /// <summary>How many slots there are.</summary>
    public int Count => _next.Length;

    /// <summary>
    /// A random cycle, the same every time, by Sattolo's algorithm; "An algorithm to generate a random cyclic permutation",
    /// Information Processing Letters 22 (6), 1986.
    /// </summary>
    /// <param name="count">Slots, 2 or more.</param>
    /// <exception cref="AssertionException">A slot would be visited twice.</exception>
    public static PointerCycle Random(int count)
    {
        var next = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var other = (int)(Pattern.At((ulong)i) % (ulong)i);
            (next[i], next[other]) = (next[other], next[i]);
        }

        return new(next);
    }

    /// <summary>From the first slot to the last, and back to the first.</summary>
    /// <param name="count">Slots, 2 or more.</param>
    public static PointerCycle Ascending(int count) => new([.. Enumerable.Range(1, count - 1), 0]);

    /// <summary>The slot that follows a slot.</summary>
    public int After(int slot) => _next[slot];

    /// <summary>After how many steps from slot 0, less than <see cref="Count"/>, a slot is reached.</summary>
    public int Rank(int slot) => _rank[slot];
}
