namespace Memory64.Bench.Guests.Proofs;

/// <summary>What must hold where a guest copies from one of its memories to another.</summary>
public static class HandOverAssertion
{
    private const ulong WordBytes = sizeof(ulong);
    private const ulong Bytes = 64 * WordBytes;

    // At the end of a memory: what is copied, with as much and more on both sides.
    private const ulong AreaBytes = 8 * Bytes;
    private const ulong SourceInArea = 2 * Bytes;
    private const ulong TargetInArea = 5 * Bytes;

    /// <summary>
    /// Has 512 bytes handed over: they arrive, and nothing near them changes in either memory, so neither is the other. Overwrites the
    /// last 4 KiB of both.
    /// </summary>
    /// <param name="from">The memory that is read; at least a page.</param>
    /// <param name="to">The memory that is written; at least a page.</param>
    /// <param name="handOver">Takes an address of the one, an address of the other, and bytes.</param>
    /// <exception cref="AssertionException">The first thing that doesn't hold.</exception>
    public static void Check(IGuestMemory from, IGuestMemory to, IGuestFunction handOver)
    {
        foreach (var word in Area(from))
        {
            from.Memory.Write(word, Pattern.At(word));
        }

        // Neither the words of the same addresses nor those that are to come.
        foreach (var word in Area(to))
        {
            to.Memory.Write(word, ~Pattern.At(word));
        }

        var source = Start(from) + SourceInArea;
        var target = Start(to) + TargetInArea;
        _ = handOver.Call(source, target, Bytes);

        foreach (var word in Area(to))
        {
            var isTarget = word >= target && word < target + Bytes;
            Expect.Equal(
                isTarget ? "handed over by the guest" : "beside what was handed over",
                word,
                isTarget ? Pattern.At(source + (word - target)) : ~Pattern.At(word),
                to.Probe.Load64.Call(word)
            );
        }

        foreach (var word in Area(from))
        {
            Expect.Equal(
                "in the memory that was read",
                word,
                Pattern.At(word),
                from.Probe.Load64.Call(word)
            );
        }
    }

    private static ulong Start(IGuestMemory memory) => memory.Memory.ByteLength - AreaBytes;

    private static IEnumerable<ulong> Area(IGuestMemory memory)
    {
        for (var word = Start(memory); word < memory.Memory.ByteLength; word += WordBytes)
        {
            yield return word;
        }
    }
}
