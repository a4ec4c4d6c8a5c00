using System.Globalization;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Processors;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>
/// How large an array is that no cache holds: the smallest power of two of at least four times the last-level cache, as
/// STREAM asks of each array, but 128 MiB where the system tells of less than 32 MiB (a virtual machine may hide a level)
/// and never more than 512 MiB, three of which a memory32 must hold. What is less than four times the cache, because that is larger than
/// 128 MiB, or may be, because it is not known, is said of each row.
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

    /// <summary>What readers must know of rows on this machine; <see langword="null"/> where no cache holds the set.</summary>
    public static string? Remark { get; } = RemarkOf(CacheSizes.LastLevel());

    /// <summary>What readers must know of rows with such a last-level cache, 0 where it isn't known; <see langword="null"/> where no cache holds the set.</summary>
    public static string? RemarkOf(long lastLevelBytes) =>
        RemarkOf(Of(lastLevelBytes), lastLevelBytes);

    /// <summary>The same of a set of another size.</summary>
    /// <param name="size">The set's.</param>
    /// <param name="lastLevelBytes">Bytes of the last-level cache; 0 where they aren't known.</param>
    public static string? RemarkOf(ByteSize size, long lastLevelBytes) =>
        lastLevelBytes == 0
            ? $"goes through {size}, which the last-level cache may hold: its size is not known"
        : size.Bytes < Multiple * (ulong)lastLevelBytes
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"goes through {size}, {size.Bytes / (double)lastLevelBytes:0.0} times the last-level cache, which may hold a part of it"
            )
        : null;

    /// <summary>So many blocks of a size that no cache holds them together; 1 or more.</summary>
    public static ulong BlocksOf(ByteSize block) => ((Size.Bytes - 1) / block.Bytes) + 1;
}
