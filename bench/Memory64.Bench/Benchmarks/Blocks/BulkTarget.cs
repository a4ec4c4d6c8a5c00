using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Blocks;

/// <summary>
/// An area of so many bytes and the one behind it, between two words that nobody may write. Both areas hold the pattern of
/// their addresses before they are measured.
/// </summary>
public sealed class BulkTarget : IDisposable
{
    private const string Source = "bulk";
    private const ulong Fence = sizeof(ulong);

    private readonly KernelMemory _memory;
    private readonly ulong _bytes;
    private readonly ulong _address;

    /// <summary>Creates the memory with its assertion and the areas in it.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="bytes">Of one area: a multiple of 8, 512 MiB at most.</param>
    /// <param name="address">Of the first area: a multiple of 8, not 0.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public BulkTarget(MemoryKind kind, ulong bytes, ulong address, Func<IGuestEngine> engine)
    {
        _memory = new KernelMemory(kind, Source, engine);
        _bytes = bytes;
        _address = address;
        _memory.WritePattern(address - Fence, (2 * bytes) + (2 * Fence));
        Kernels = BulkKernels.Of(_memory, bytes);
    }

    /// <summary>The kernels, bound to this memory; those with a constant length have that of an area.</summary>
    public BulkKernels Kernels { get; }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);

    /// <summary>Checks that the first area is cleared, as host and guest see it, and nothing else.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckFilled()
    {
        CheckUntouched(_address - Fence, Fence);
        _memory.Check("cleared word", _address, _bytes, _ => 0);
        CheckUntouched(_address + _bytes, _bytes + Fence);
        CheckGuest(_address, 0);
        CheckGuest(_address + _bytes - sizeof(ulong), 0);
    }

    /// <summary>Checks that the second area holds what the first one does, as host and guest see it, and nothing else changed.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckCopied()
    {
        CheckUntouched(_address - Fence, _bytes + Fence);
        _memory.CheckPattern("copied word", _address, _address + _bytes, _bytes);
        CheckUntouched(_address + (2 * _bytes), Fence);
        CheckGuest(_address + _bytes, Pattern.At(_address));
        var last = _address + _bytes - sizeof(ulong);
        CheckGuest(last + _bytes, Pattern.At(last));
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private void CheckUntouched(ulong address, ulong bytes) =>
        _memory.CheckPattern("word beside what was to be written", address, address, bytes);

    private void CheckGuest(ulong address, ulong expected)
    {
        if (_memory.Guest is { } guest)
        {
            Expect.Equal("read by the guest", address, expected, guest.Probe.Load64.Call(address));
        }
    }
}
