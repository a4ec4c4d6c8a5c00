using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>A memory that begins empty and grows: a guest's, or the control's.</summary>
public unsafe interface IGrowingMemory : IDisposable
{
    /// <summary>Where its address 0 lies now; relocation changes it. <see langword="null"/> where that is another process.</summary>
    byte* Data { get; }

    /// <summary>An area of it, to be read.</summary>
    /// <param name="address">Of its first byte.</param>
    /// <param name="bytes">1 or more.</param>
    MemoryView View(ulong address, ulong bytes);

    /// <summary>Bytes that can be used now.</summary>
    ulong ByteLength { get; }

    /// <summary>Grows, writes 42 to the first and 99 to the last new byte and reads both back; 1 where all that worked.</summary>
    ulong Seed(ulong bytes);

    /// <summary>Grows by a multiple of 64 KiB; returns whether it could.</summary>
    bool Grow(ulong bytes);

    /// <summary>Sets all bytes from an address on to zero; returns how many.</summary>
    ulong ZeroFill(ulong address, ulong bytes);

    /// <summary>
    /// Writes, from an address on, the low byte of the address's <see cref="Pattern"/> every <paramref name="step"/> bytes;
    /// returns how often.
    /// </summary>
    ulong Touch(ulong address, ulong bytes, ulong step);
}
