using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.Allocation;

/// <summary>
/// What was written of a memory for the first time: the whole at once, as it is timed, or part by part, as duels do it. Gigabytes
/// take seconds, in which a machine does not remain the same.
/// </summary>
/// <param name="size">How large the memory is: a multiple of <see cref="PartBytes"/>.</param>
internal sealed class WrittenParts(ByteSize size)
{
    /// <summary>Bytes of a part: a huge page, and a few tenths of a millisecond where pages are small ones.</summary>
    public const ulong PartBytes = 2 << 20;

    // The next part lies so many further on, so that a few dozen parts lie everywhere. A prime that divides no number of parts.
    private const ulong Distance = 317;

    private ulong _taken;

    /// <summary>How many parts there are.</summary>
    public ulong Count => size.Bytes / PartBytes;

    /// <summary>What was written: the parts that were taken, or the whole where none was.</summary>
    public IEnumerable<(ulong Address, ulong Bytes)> All =>
        _taken == 0
            ? [(0, size.Bytes)]
            : Enumerable.Range(0, (int)_taken).Select(part => (AddressOf((ulong)part), PartBytes));

    /// <summary>Bytes of <see cref="All"/>.</summary>
    public ulong Bytes => _taken == 0 ? size.Bytes : _taken * PartBytes;

    /// <summary>Takes the next part; returns its address. At most <see cref="Count"/> times.</summary>
    public ulong Take() => AddressOf(_taken++);

    private ulong AddressOf(ulong part) => part * Distance % Count * PartBytes;
}
