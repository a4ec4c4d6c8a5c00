namespace Memory64.Bench.Guests.Proofs;

/// <summary>What must hold when a memory grows, whether it was relocated or not.</summary>
public static class GrowthAssertion
{
    private const int Words = 64;

    /// <summary>
    /// Grows the guest's memory, which must not be empty, by <paramref name="pages"/>: what was in it stays, what is new is
    /// zero, and the new end can be used.
    /// </summary>
    /// <exception cref="AssertionException">The first thing that doesn't hold.</exception>
    public static void Check(IGuestMemory guest, ulong pages)
    {
        var before = guest.Memory.ByteLength;
        var windows = MemoryAssertion.Windows(before).ToArray();
        foreach (var window in windows)
        {
            guest.Probe.PatternWrite.Call(window, Words);
        }

        var previous = guest.Probe.Grow.Call(pages);
        Expect.Equal(
            "pages before the growth",
            before,
            before / Wasmtime.MemoryType.PageBytes,
            previous
        );
        MemoryAssertion.CheckSize(guest, previous + pages);

        foreach (var window in windows)
        {
            for (var word = window; word < window + (Words * sizeof(ulong)); word += sizeof(ulong))
            {
                Expect.Equal(
                    "kept by the growth, read by the host",
                    word,
                    Pattern.At(word),
                    guest.Memory.Read<ulong>(word)
                );
            }

            var difference = guest.Probe.PatternCheck.Call(window, Words);
            Expect.Equal(
                "first difference after the growth, read by the guest",
                window,
                GuestProbe.None,
                difference
            );
        }

        Expect.Equal("new word, read by the guest", before, 0, guest.Probe.Load64.Call(before));
        MemoryAssertion.CheckAccess(guest);
    }
}
