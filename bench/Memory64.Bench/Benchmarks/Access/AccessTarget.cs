using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Access;

/// <summary>The memory that an access kernel works on: an instance of the guest <c>access</c>, or native memory.</summary>
public sealed unsafe class AccessTarget : IDisposable
{
    private readonly KernelMemory _memory;

    /// <summary>Creates the memory; a guest's passes the assertion first.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="width">1, 4, 8 or 16 bytes an access.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The guest's memory isn't what it should be.</exception>
    public AccessTarget(MemoryKind kind, int width, Func<IGuestEngine> engine)
    {
        _memory = new KernelMemory(kind, AccessKernels.Source, engine);
        Kernels = _memory.Bind(
            guest => AccessKernels.Of(guest, width),
            native => AccessKernels.Of(native, width)
        );
    }

    /// <summary>The kernels, bound to this memory.</summary>
    public AccessKernels Kernels { get; }

    /// <inheritdoc cref="KernelMemory.WritePattern"/>
    public void WritePattern(ulong address, ulong bytes) => _memory.WritePattern(address, bytes);

    /// <summary>The little-endian word of 1, 4 or 8 bytes at an address, as the host sees it; of 16 bytes, both halves added.</summary>
    public ulong WordAt(ulong address, int width)
    {
        using var view = _memory.View(address, (ulong)width);
        return WordAt(view.Data, width);
    }

    /// <summary>The sum of a window's words, modulo 2^64, as the host sees them.</summary>
    public ulong SumOf(ulong address, ulong bytes, int width)
    {
        using var view = _memory.View(address, bytes);
        var sum = 0UL;
        for (var at = 0UL; at < bytes; at += (ulong)width)
        {
            sum = unchecked(sum + WordAt(view.Data + at, width));
        }

        return sum;
    }

    /// <summary>
    /// Checks that a window's words are what the write kernels leave: how many words were left when their eight began.
    /// </summary>
    /// <exception cref="AssertionException">The host finds something else there.</exception>
    public void CheckWritten(ulong address, ulong bytes, int width)
    {
        using var view = _memory.View(address, bytes);
        var left = bytes / (ulong)width;
        for (var word = address; word < address + bytes; word += (ulong)width, left--)
        {
            var counter = (left + 7) / 8 * 8;
            var expected = width switch
            {
                1 => (byte)counter,
                4 => (uint)counter,
                8 => counter,
                _ => 2 * counter,
            };
            Expect.Equal(
                "written by the kernel, read by the host",
                word,
                expected,
                WordAt(view.Data + (word - address), width)
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private static ulong WordAt(byte* at, int width) =>
        width switch
        {
            1 => *at,
            4 => *(uint*)at,
            8 => *(ulong*)at,
            _ => unchecked(*(ulong*)at + *(ulong*)(at + 8)),
        };
}
