using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Bridge;

/// <summary>
/// What it costs a memory32 guest to use what it can't hold: by the bridge it asks the host for a block, and reads the copy.
/// Direct is the alternative, the same bytes read in place in one memory64; the ratio against it is what the bridge costs.
/// </summary>
/// <remarks>
/// Blocks come one after the other from a <see cref="LargeSet"/> or more, as weights do. A sum counts the bytes of a block,
/// whether it was fetched before or not.
/// </remarks>
public class HostBridge : Benchmark
{
    private BlockSums _sums = null!;

    /// <summary>Who sums.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Where the blocks lie; a bridge has a place of its own for the copy.</summary>
    [Params(Window.none, Window.below, Window.above)]
    public Window Window { get; set; }

    /// <summary>Bytes of a word that is summed.</summary>
    [Params(8, 16)]
    public int Width { get; set; }

    /// <summary>How much a block is.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        [ByteSize.KiB(64), ByteSize.MiB(1), ByteSize.MiB(16), ByteSize.MB(200)];

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => BridgeCases.All;

    /// <summary>Creates the memory with its assertion, and the blocks in the host's.</summary>
    [GlobalSetup(Target = nameof(Bridge))]
    public void SetupBridge() => Prepare(bridged: true);

    /// <summary>Creates the memory with its assertion, and the blocks in it.</summary>
    [GlobalSetup(Target = nameof(Direct))]
    public void SetupDirect() => Prepare(bridged: false);

    /// <summary>The guest asks the host for a block, which copies it, and sums the copy.</summary>
    [Benchmark]
    public void Bridge() => _sums.Sum();

    /// <summary>The guest sums a block where it lies.</summary>
    [Benchmark]
    public void Direct() => _sums.Sum();

    /// <summary>The sums are those of the blocks, each of which was fetched if it had to be.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_sums.Check, _sums);

    private void Prepare(bool bridged) =>
        _sums = new BlockSums(
            Memory,
            Width,
            bridged,
            ByteSize.GiB(Window == Window.above ? 6UL : 1UL).Bytes,
            Size.Bytes,
            LargeSet.BlocksOf(Size),
            GuestEngine
        );
}
