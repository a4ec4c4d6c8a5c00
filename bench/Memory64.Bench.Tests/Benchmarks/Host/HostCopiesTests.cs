using Memory64.Bench.Benchmarks.Host;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Host;

/// <summary>Blocks that the host copies into a guest's memory and out of it.</summary>
public sealed class HostCopiesTests
{
    private const ulong BlockBytes = 64 << 10;
    private const int Blocks = 3;

    public static MatrixTheoryData<string, MemoryKind> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native]
        );

    // Some blocks, all of them, and all of them and one again.
    [Theory]
    [MemberData(nameof(Engines))]
    public void What_was_copied_in_is_there_and_nothing_else(string engine, MemoryKind kind)
    {
        using var copies = Create(kind, engine);
        copies.CheckCopiedIn();
        copies.CheckCopiedOut();
        for (var calls = 1; calls <= Blocks + 1; calls++)
        {
            copies.CopyIn();
            copies.CheckCopiedIn();
            Assert.Throws<AssertionException>(copies.CheckCopiedOut);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_was_copied_out_is_there_and_nothing_else(string engine, MemoryKind kind)
    {
        using var copies = Create(kind, engine);
        for (var calls = 1; calls <= Blocks + 1; calls++)
        {
            copies.CopyOut();
            copies.CheckCopiedOut();
            Assert.Throws<AssertionException>(copies.CheckCopiedIn);
        }
    }

    private static HostCopies Create(MemoryKind kind, string engine) =>
        new(
            kind,
            ByteSize.GiB(kind == MemoryKind.memory64 ? 6UL : 1).Bytes,
            BlockBytes,
            Blocks,
            () => EnginesAtHand.Engine(engine)
        );
}
