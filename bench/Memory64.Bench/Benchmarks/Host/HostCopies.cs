using System.Runtime.InteropServices;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Host;

/// <summary>
/// As many bytes of the host and of a guest's memory, from one of which to the other the host copies block after block,
/// again and again: so that no cache holds what a copy needs, they may be much larger than a block.
/// </summary>
public sealed unsafe class HostCopies : IDisposable
{
    private const string Source = "stream";

    private readonly HostBlocks _host;
    private readonly KernelMemory _memory;
    private readonly ulong _address;
    private readonly ulong _blockBytes;
    private readonly ulong _blocks;
    private ulong _calls;

    /// <summary>Creates the memory with its assertion, and patterns in it and in the host's.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="address">Of the guest's blocks: a multiple of 8.</param>
    /// <param name="blockBytes">A multiple of 8.</param>
    /// <param name="blocks">How many on each side; 1 or more.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public HostCopies(
        MemoryKind kind,
        ulong address,
        ulong blockBytes,
        ulong blocks,
        Func<IGuestEngine> engine
    )
    {
        _memory = new KernelMemory(kind, Source, engine);
        _host = new HostBlocks(blockBytes * blocks);
        _address = address;
        _blockBytes = blockBytes;
        _blocks = blocks;
        _memory.WritePattern(address, blockBytes * blocks);
    }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);

    private ulong Touched => Math.Min(_calls, _blocks) * _blockBytes;

    private ulong Untouched => (_blocks * _blockBytes) - Touched;

    private ulong Next => _calls++ % _blocks * _blockBytes;

    /// <summary>Copies the host's next block to where it belongs in the guest's memory.</summary>
    public void CopyIn()
    {
        var offset = Next;
        NativeMemory.Copy(
            _host.Locate(offset, _blockBytes),
            _memory.Locate(_address + offset, _blockBytes),
            (nuint)_blockBytes
        );
    }

    /// <summary>Copies the guest's next block to where it belongs in the host's memory.</summary>
    public void CopyOut()
    {
        var offset = Next;
        NativeMemory.Copy(
            _memory.Locate(_address + offset, _blockBytes),
            _host.Locate(offset, _blockBytes),
            (nuint)_blockBytes
        );
    }

    /// <summary>Checks what <see cref="CopyIn"/> left, as host and guest see it.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckCopiedIn()
    {
        _memory.CheckPattern("word copied in", HostBlocks.Origin, _address, Touched);
        CheckGuestUntouched(_address + Touched, Untouched);
        _host.CheckPattern("word after copying it in", HostBlocks.Origin, 0, Touched + Untouched);
        if (_memory.Guest is { } guest && Touched > 0)
        {
            foreach (var offset in (ReadOnlySpan<ulong>)[0, Touched - sizeof(ulong)])
            {
                Expect.Equal(
                    "copied in by the host, read by the guest",
                    _address + offset,
                    Pattern.At(HostBlocks.Origin + offset),
                    guest.Probe.Load64.Call(_address + offset)
                );
            }
        }
    }

    /// <summary>Checks what <see cref="CopyOut"/> left in the host's memory, and that the guest's is as it was.</summary>
    /// <exception cref="AssertionException">The first word that is another.</exception>
    public void CheckCopiedOut()
    {
        _host.CheckPattern("word copied out", _address, 0, Touched);
        _host.CheckPattern(
            "word that was not to be copied",
            HostBlocks.Origin + Touched,
            Touched,
            Untouched
        );
        CheckGuestUntouched(_address, Touched + Untouched);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _host.Dispose();
        _memory.Dispose();
    }

    private void CheckGuestUntouched(ulong address, ulong bytes) =>
        _memory.CheckPattern("word that was not to be written", address, address, bytes);
}
