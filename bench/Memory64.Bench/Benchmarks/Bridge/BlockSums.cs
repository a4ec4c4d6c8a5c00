using System.Runtime.InteropServices;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;

namespace Memory64.Bench.Benchmarks.Bridge;

/// <summary>
/// Blocks that a guest sums, one after the other, again and again: where they lie in its own memory, or after it has asked
/// the host for them (the bridge), which copies each to one and the same place of the guest's memory.
/// </summary>
public sealed unsafe class BlockSums : IDisposable
{
    private const string Source = "bridge";

    private readonly HostBlocks? _host;
    private readonly Func<ulong, ulong, ulong> _read;
    private readonly Func<ulong, ulong, ulong, ulong>? _bridge;
    private readonly ulong _address;
    private readonly ulong _blockBytes;
    private readonly ulong[] _sums;
    private ulong _calls;
    private ulong _fetches;

    /// <summary>Creates the memory with its assertion, and the pattern in the blocks.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="width">8 or 16 bytes a word.</param>
    /// <param name="bridged">Whether the blocks lie in memory of the host.</param>
    /// <param name="address">Of the blocks, or of the place to which they are copied: a multiple of 8.</param>
    /// <param name="blockBytes">A multiple of 128.</param>
    /// <param name="blocks">How many; 1 or more.</param>
    /// <param name="engine">The engine under test; a native memory doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public BlockSums(
        MemoryKind kind,
        int width,
        bool bridged,
        ulong address,
        ulong blockBytes,
        ulong blocks,
        Func<IGuestEngine> engine
    )
    {
        Memory = new KernelMemory(kind, Source, engine, Fetch);
        _read = StreamKernels.Of(Memory, width).Read;
        _address = address;
        _blockBytes = blockBytes;
        _sums = new ulong[blocks];
        Memory.WritePattern(address, bridged ? blockBytes : blockBytes * blocks);
        if (bridged)
        {
            _host = new HostBlocks(blockBytes * blocks);
            _bridge = Memory.Guest is { } guest
                ? guest.Function($"bridge{width}").Call
                : FetchAndRead;
        }
    }

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest GuestOf(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);

    internal KernelMemory Memory { get; }

    private ulong Block => _calls % (ulong)_sums.Length;

    // The blocks are patterns of addresses wherever they lie.
    private ulong Origin => _host is null ? _address : HostBlocks.Origin;

    /// <summary>Sums the next block.</summary>
    public void Sum()
    {
        var block = Block;
        var offset = block * _blockBytes;
        _sums[block] = _bridge is null
            ? _read(_address + offset, _blockBytes)
            : _bridge(offset, _address, _blockBytes);
        _calls++;
    }

    /// <summary>Checks the sums, and that as many blocks were fetched as had to be, the last one being there.</summary>
    /// <exception cref="AssertionException">A sum is wrong, or a block is not what it should be.</exception>
    public void Check()
    {
        for (var block = 0UL; block < Math.Min(_calls, (ulong)_sums.Length); block++)
        {
            var origin = Origin + (block * _blockBytes);
            Expect.Equal("sum of a block", origin, Expected(origin), _sums[block]);
        }

        Expect.Equal("fetched blocks", _address, _host is null ? 0 : _calls, _fetches);
        if (_host is not null && _calls > 0)
        {
            var last = (_calls - 1) % (ulong)_sums.Length * _blockBytes;
            Memory.CheckPattern("fetched word", Origin + last, _address, _blockBytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _host?.Dispose();
        Memory.Dispose();
    }

    // The import env.fetch: what it throws becomes a trap.
    private ulong Fetch(ulong source, ulong target, ulong bytes)
    {
        var from = (_host ?? throw new InvalidOperationException("no blocks in the host")).Locate(
            source,
            bytes
        );
        NativeMemory.Copy(from, Memory.Locate(target, bytes), (nuint)bytes);
        _fetches++;
        return bytes;
    }

    private ulong FetchAndRead(ulong source, ulong target, ulong bytes) =>
        _read(target, Fetch(source, target, bytes));

    private ulong Expected(ulong origin)
    {
        var sum = 0UL;
        for (var at = 0UL; at < _blockBytes; at += sizeof(ulong))
        {
            sum = unchecked(sum + Pattern.At(origin + at));
        }

        return sum;
    }
}
