using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>What a fresh instance holds at the beginning of its memory: the data of its guest, and zeros behind it.</summary>
public static class InitialContent
{
    /// <summary>How much data the guest <c>data</c> has; the others have none.</summary>
    public static readonly ByteSize DataSize = ByteSize.KiB(256);

    /// <summary>How much of the memory is checked: all that a case writes before it gives the memory back.</summary>
    public static readonly ByteSize CheckedSize = ByteSize.MiB(1);

    private const ulong DataWord = 0xA5A5_A5A5_A5A5_A5A5;

    /// <summary>Checks an instance that nobody has written to, as host and guest see it.</summary>
    /// <param name="guest">The instance.</param>
    /// <param name="data">How much data the guest has; a multiple of 8 bytes.</param>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public static void Check(GuestInstance guest, ByteSize data)
    {
        for (var word = 0UL; word < CheckedSize.Bytes; word += sizeof(ulong))
        {
            var expected = word < data.Bytes ? DataWord : 0;
            Expect.Equal(
                "initial content, read by the host",
                word,
                expected,
                guest.Memory.Read<ulong>(word)
            );
            Expect.Equal(
                "initial content, read by the guest",
                word,
                expected,
                guest.Probe.Load64.Call(word)
            );
        }
    }
}
