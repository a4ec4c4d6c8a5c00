using System.Runtime.CompilerServices;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>The loops of <c>guest/src/latency.c</c> in C#, step for step, on memory without bounds checks.</summary>
internal static unsafe class NativeLatency
{
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
