using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// Memory of the host beside a guest's, such as a model that no guest holds. Every word is written at once, so none of it
/// lies on the shared zero page.
/// </summary>
public sealed unsafe class HostBlocks : IDisposable
{
    /// <summary>Added to an offset, it gives the address whose <see cref="Pattern"/> lies there: no guest has such addresses.</summary>
    public const ulong Origin = 1UL << 40;

    private readonly SystemMemory _memory;
    private readonly ulong _bytes;

    /// <summary>Takes the memory and writes the patterns.</summary>
    /// <param name="bytes">A multiple of 8.</param>
    public HostBlocks(ulong bytes)
    {
        _bytes = bytes;
        _memory = new SystemMemory(bytes);
        _memory.MakeAccessible(bytes);
        Pattern.Write(Origin, (ulong*)_memory.Data, bytes);
    }

    /// <summary>Where an area lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It doesn't lie wholly inside.</exception>
    public byte* Locate(ulong offset, ulong bytes) =>
        bytes <= _bytes && offset <= _bytes - bytes
            ? _memory.Data + offset
            : throw new ArgumentOutOfRangeException(
                nameof(offset),
                $"{bytes} bytes at 0x{offset:X} don't lie inside {_bytes} bytes of the host"
            );

    /// <summary>Checks that the words of an area are the patterns of the words at an address: that they were copied from there.</summary>
    /// <param name="what">What a message calls them.</param>
    /// <param name="source">Address whose pattern the first word is.</param>
    /// <param name="offset">Of the first word.</param>
    /// <param name="bytes">A multiple of 8.</param>
    /// <exception cref="AssertionException">The first that differs.</exception>
    public void CheckPattern(string what, ulong source, ulong offset, ulong bytes) =>
        Expect.Pattern(what, source, offset, (ulong*)Locate(offset, bytes), bytes);

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
