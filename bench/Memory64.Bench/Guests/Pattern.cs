namespace Memory64.Bench.Guests;

/// <summary>The content by which a word tells its own address, so that a wrapped or aliased access shows.</summary>
public static class Pattern
{
    /// <summary>
    /// The word at <paramref name="address"/>: SplitMix64 of it (Steele, Lea and Flood 2014, "Fast splittable pseudorandom
    /// number generators"). <c>guest/src/probe.h</c> has the same.
    /// </summary>
    public static ulong At(ulong address)
    {
        var z = address + 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// <summary>Gives every word of an area the pattern of its address.</summary>
    /// <param name="address">Of the first word.</param>
    /// <param name="words">Where that lies.</param>
    /// <param name="bytes">A multiple of 8.</param>
    public static unsafe void Write(ulong address, ulong* words, ulong bytes)
    {
        for (var i = 0UL; i < bytes / sizeof(ulong); i++)
        {
            words[i] = At(address + (i * sizeof(ulong)));
        }
    }
}
