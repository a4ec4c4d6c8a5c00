using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// How large an array is that no cache holds: the smallest power of two of at least four times the last-level cache, as
/// STREAM asks of each array, but 128 MiB where the system tells of less than 32 MiB (a virtual machine may hide a level)
/// and never more than 512 MiB, which a cache of more than 128 MiB keeps a share of. The record's machine has the size of
/// the cache.
/// </summary>
public static class LargeSet
{
    private const ulong Multiple = 4;
    private const ulong Least = 128UL << 20;
    private const ulong Most = 512UL << 20;

    /// <summary>On this machine.</summary>
    public static ByteSize Size { get; } = Of(CacheSizes.LastLevel());

    /// <summary>With such a last-level cache, 0 where it isn't known.</summary>
    public static ByteSize Of(long lastLevelBytes) =>
        new(
            Math.Clamp(
                System.Numerics.BitOperations.RoundUpToPowerOf2(Multiple * (ulong)lastLevelBytes),
                Least,
                Most
            )
        );

    /// <summary>So many blocks of a size that no cache holds them together; 1 or more.</summary>
    public static ulong BlocksOf(ByteSize block) => ((Size.Bytes - 1) / block.Bytes) + 1;
}
