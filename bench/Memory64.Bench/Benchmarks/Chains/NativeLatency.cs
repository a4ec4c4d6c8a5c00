using System.Runtime.CompilerServices;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>The loops of <c>guest/src/latency.c</c> in C#, step for step, on memory without bounds checks.</summary>
internal static unsafe class NativeLatency
{
    /// <summary>Follows a chain: each word holds the address of the next.</summary>
    /// <param name="data">What addresses count from; aligned to 8 bytes.</param>
    /// <param name="at">Address of the first word, in bytes.</param>
    /// <param name="steps">Loads; a multiple of eight.</param>
    /// <returns>The address that the last load gave.</returns>
    // The addresses are the guest's, and x64 adds the base inside the load, as it does for a guest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Chase(byte* data, ulong at, ulong steps)
    {
        for (var left = steps; left != 0; left -= 8)
        {
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
            at = *(ulong*)(data + at);
        }

        return at;
    }

    /// <summary>Changes words at random: xor with a random number (xorshift64), of which some bits say which word.</summary>
    /// <param name="table">The table's first byte; the 8 bytes before it hold the state of the random numbers, which goes on.</param>
    /// <param name="bytes">Bytes of the table; a power of two, 8 or more.</param>
    /// <param name="count">Updates; 0 or more.</param>
    /// <returns>The new state.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Update(byte* table, ulong bytes, ulong count)
    {
        var mask = bytes - sizeof(ulong);
        var state = *(ulong*)(table - sizeof(ulong));
        for (var left = count; left != 0; left--)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *(ulong*)(table + (state & mask)) ^= state;
        }

        *(ulong*)(table - sizeof(ulong)) = state;
        return state;
    }
}
