using Memory64.Bench.Benchmarks.Bridge;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Bridge;

/// <summary>Blocks that are summed in place or by the bridge: three kinds of memory, two widths, one sum.</summary>
public sealed class BlockSumsTests
{
    private const ulong BlockBytes = 64 << 10;
    private const int Blocks = 3;

    private static readonly ulong Below = ByteSize.GiB(1).Bytes;
    private static readonly ulong Above = ByteSize.GiB(6).Bytes;

    public static MatrixTheoryData<string, MemoryKind, bool> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native],
            [false, true]
        );

    // Nothing, some blocks, all of them, and all of them and one again.
    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_block_is_summed(string engine, MemoryKind kind, bool bridged)
    {
        foreach (var width in (int[])[8, 16])
        {
            using var sums = new BlockSums(
                kind,
                width,
                bridged,
                kind == MemoryKind.memory64 ? Above : Below,
                BlockBytes,
                Blocks,
                () => EnginesAtHand.Engine(engine)
            );
            sums.Check();
            for (var calls = 1; calls <= Blocks + 1; calls++)
            {
                sums.Sum();
                sums.Check();
            }
        }
    }

    [Theory]
    [InlineData(MemoryKind.memory64)]
    [InlineData(MemoryKind.memory32)]
    [InlineData(MemoryKind.native)]
    public void A_fetch_that_does_not_reach_its_block_is_found(MemoryKind kind)
    {
        using var sums = Bridged(kind);
        sums.Sum();
        sums.Memory.WritePattern(Below, 64);
        Assert.Throws<AssertionException>(sums.Check);
    }

    [Theory]
    [InlineData(MemoryKind.memory64)]
    [InlineData(MemoryKind.native)]
    public void A_sum_of_other_words_is_found(MemoryKind kind)
    {
        using var sums = new BlockSums(
            kind,
            8,
            bridged: false,
            Below,
            BlockBytes,
            Blocks,
            () => EnginesAtHand.DefaultEngine
        );
        sums.Sum();
        sums.Check();
        Wrong(sums.Memory);
        sums.Sum();
        var exception = Assert.Throws<AssertionException>(sums.Check);
        Assert.StartsWith(
            $"sum of a block: at address 0x{Below + BlockBytes:X} ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("bridge8")]
    [InlineData("bridge16")]
    public void A_block_that_the_host_or_the_guest_does_not_have_is_a_trap(string function)
    {
        using var sums = Bridged(MemoryKind.memory32);
        var bridge = sums.Memory.Guest!.Function(function);
        var beyondHost = Assert.ThrowsAny<WasmtimeException>(() =>
            bridge.Call(Blocks * BlockBytes, Below, BlockBytes)
        );
        Assert.Contains("don't lie inside", beyondHost.Message, StringComparison.Ordinal);
        var beyondGuest = Assert.ThrowsAny<WasmtimeException>(() =>
            bridge.Call(0, ByteSize.FourGiB.Bytes - 64, BlockBytes)
        );
        Assert.Contains("inside a memory", beyondGuest.Message, StringComparison.Ordinal);
        sums.Check();
    }

    private static BlockSums Bridged(MemoryKind kind) =>
        new(kind, 16, bridged: true, Below, BlockBytes, Blocks, () => EnginesAtHand.DefaultEngine);

    private static unsafe void Wrong(KernelMemory memory) =>
        *(ulong*)memory.Locate(Below + BlockBytes + 8, sizeof(ulong)) ^= 1;
}
