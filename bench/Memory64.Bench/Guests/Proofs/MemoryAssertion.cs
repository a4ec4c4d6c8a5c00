using Memory64.Wasmtime;

namespace Memory64.Bench.Guests.Proofs;

/// <summary>
/// What must hold before a memory is measured: guest and host agree on every place of it, no address is another's alias,
/// its end is where it should be, and it doesn't grow past its maximum. Touches about twenty pages; overwrites them.
/// </summary>
public static class MemoryAssertion
{
    private const int Words = 64;
    private const int WordBytes = sizeof(ulong);
    private const ulong WindowBytes = Words * WordBytes;

    private static readonly ulong FourGiB = ByteSize.FourGiB.Bytes;

    /// <summary>Checks a guest whose memory has just been created with <paramref name="type"/>.</summary>
    /// <exception cref="AssertionException">The first thing that doesn't hold.</exception>
    public static void Check(IGuestMemory guest, MemoryType type)
    {
        CheckSize(guest, type.Minimum);
        if (type.Minimum > 0)
        {
            CheckAccess(guest);
        }

        CheckOffset(guest, type.Is64);
        CheckMaximum(guest, type);
    }

    /// <summary>Guest and host see the same number of pages.</summary>
    public static void CheckSize(IGuestMemory guest, ulong pages)
    {
        Expect.Equal(
            "pages as the guest sees them",
            guest.Memory.ByteLength,
            pages,
            guest.Probe.Pages.Call()
        );
        Expect.Equal(
            "pages as the host sees them",
            guest.Memory.ByteLength,
            pages,
            guest.Memory.Pages
        );
    }

    /// <summary>The memory, which must not be empty, is readable and writable as a memory of its size is.</summary>
    public static void CheckAccess(IGuestMemory guest)
    {
        CheckContent(guest);
        CheckAliases(guest);
        CheckEnd(guest);
    }

    /// <summary>What the guest writes the host reads, and the other way, below, across and above 4 GiB.</summary>
    private static void CheckContent(IGuestMemory guest)
    {
        foreach (var window in Windows(guest.Memory.ByteLength))
        {
            guest.Probe.PatternWrite.Call(window, Words);
            for (var word = window; word < window + WindowBytes; word += WordBytes)
            {
                Expect.Equal(
                    "written by the guest, read by the host",
                    word,
                    Pattern.At(word),
                    guest.Memory.Read<ulong>(word)
                );
                guest.Memory.Write(word, ~Pattern.At(word));
            }

            for (var word = window; word < window + WindowBytes; word += WordBytes)
            {
                Expect.Equal(
                    "written by the host, read by the guest",
                    word,
                    ~Pattern.At(word),
                    guest.Probe.Load64.Call(word)
                );
            }
        }
    }

    // The windows lie in every quarter of interest: both ends, and close to each side of each multiple of 4 GiB.
    internal static IEnumerable<ulong> Windows(ulong length)
    {
        yield return 0;
        for (var line = FourGiB; line + WindowBytes <= length; line += FourGiB)
        {
            yield return line - WindowBytes;
            yield return line - (WindowBytes / 2);
            yield return line;
            yield return line + (FourGiB / 2) + WindowBytes <= length
                ? line + (FourGiB / 2)
                : line + WindowBytes;
        }

        yield return length - WindowBytes;
    }

    private static void CheckAliases(IGuestMemory guest)
    {
        foreach (
            var low in (ReadOnlySpan<ulong>)
                [0, WindowBytes, FourGiB / 2, FourGiB - WordBytes, FourGiB, FourGiB * 3 / 2]
        )
        {
            var high = low + FourGiB;
            if (high + WordBytes > guest.Memory.ByteLength)
            {
                continue;
            }

            guest.Memory.Write(low, 0UL);
            guest.Memory.Write(high, 0UL);
            guest.Probe.Store64.Call(high, Pattern.At(high));
            Expect.Equal(
                "after the guest wrote 4 GiB higher",
                low,
                0,
                guest.Memory.Read<ulong>(low)
            );
            Expect.Equal(
                "written by the guest, read by the host",
                high,
                Pattern.At(high),
                guest.Memory.Read<ulong>(high)
            );

            guest.Probe.Store64.Call(low, Pattern.At(low));
            Expect.Equal(
                "after the guest wrote 4 GiB lower",
                high,
                Pattern.At(high),
                guest.Memory.Read<ulong>(high)
            );
            Expect.Equal(
                "after the guest wrote 4 GiB lower",
                high,
                Pattern.At(high),
                guest.Probe.Load64.Call(high)
            );
            Expect.Equal(
                "read by the guest beside its alias",
                low,
                Pattern.At(low),
                guest.Probe.Load64.Call(low)
            );
        }
    }

    private static void CheckEnd(IGuestMemory guest)
    {
        const byte marker = 0xA5;
        var length = guest.Memory.ByteLength;
        var last = length - 1;
        guest.Memory.Write(last, (byte)0);
        guest.Probe.Store8.Call(last, marker);
        Expect.Equal("last byte, read by the host", last, marker, guest.Memory.Read<byte>(last));
        Expect.Equal("last byte, read by the guest", last, marker, guest.Probe.Load8.Call(last));

        // Only the instruction's own offset can go beyond a full memory32, whose length is no 32-bit address.
        if (length != FourGiB)
        {
            Expect.OutOfBounds("one byte beyond the end", guest.Probe.Load8, length);
            Expect.OutOfBounds("a word that ends beyond the end", guest.Probe.Load64, last);
        }

        Expect.OutOfBounds(
            "one byte beyond the end, by offset",
            guest.Probe.Load64Far,
            length - GuestProbe.FarOffset
        );
    }

    private static void CheckOffset(IGuestMemory guest, bool is64)
    {
        var end = is64 ? 0UL : FourGiB;
        Expect.OutOfBounds(
            "address + offset that wraps to 0",
            guest.Probe.Load64Far,
            end - GuestProbe.FarOffset
        );
        Expect.OutOfBounds(
            "address + offset that wraps to 8",
            guest.Probe.Load64Far,
            end - GuestProbe.FarOffset + WordBytes
        );
    }

    private static void CheckMaximum(IGuestMemory guest, MemoryType type)
    {
        var maximum =
            type.Maximum
            ?? throw new ArgumentException("a measured memory declares its maximum", nameof(type));
        var window = Windows(guest.Memory.ByteLength).LastOrDefault();
        if (type.Minimum > 0)
        {
            guest.Probe.PatternWrite.Call(window, Words);
        }

        var found = guest.Probe.Grow.Call(maximum - type.Minimum + 1);
        Expect.Equal(
            "growth one page past the maximum",
            guest.Memory.ByteLength,
            GuestProbe.None,
            found
        );
        CheckSize(guest, type.Minimum);
        if (type.Minimum > 0)
        {
            var difference = guest.Probe.PatternCheck.Call(window, Words);
            Expect.Equal(
                "first difference after the refused growth",
                window,
                GuestProbe.None,
                difference
            );
        }
    }
}
