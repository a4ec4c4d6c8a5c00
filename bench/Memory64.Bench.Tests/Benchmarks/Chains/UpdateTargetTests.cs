using Memory64.Bench.Benchmarks.Chains;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Chains;

/// <summary>Random updates do what the literature says, in three kinds of memory, and can be undone.</summary>
public sealed unsafe class UpdateTargetTests
{
    private const ulong Bytes = 4096;
    private const ulong Line = 0x1_0000_0000;

    public static TheoryData<MemoryKind> Kinds { get; } =
        new(MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native);

    public static MatrixTheoryData<string, MemoryKind> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32]
        );

    // Marsaglia's xorshift64 with (13, 7, 17): from state 1 its first two numbers are these.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_kernel_draws_xorshift64(MemoryKind kind)
    {
        using var memory = new KernelMemory(kind, "latency", () => EnginesAtHand.DefaultEngine);
        var kernels = LatencyKernels.Of(memory);
        foreach (var address in Addresses(kind))
        {
            var state = (ulong*)memory.Locate(address - 8, 8);
            var words = (ulong*)memory.Locate(address, Bytes);
            new Span<ulong>(words, (int)Bytes / 8).Clear();
            *state = 1;
            Assert.Equal(0x40822041UL, kernels.Update(address, Bytes, 1));
            Assert.Equal(0x40822041UL, *state);
            Assert.Equal(0x100041060C011441UL, kernels.Update(address, Bytes, 1));

            // The low twelve bits, in whole words, choose the word.
            Assert.Equal(0x40822041UL, words[0x040 / 8]);
            Assert.Equal(0x100041060C011441UL, words[0x440 / 8]);
            Assert.Equal(
                2,
                new ReadOnlySpan<ulong>(words, (int)Bytes / 8).ToArray().Count(w => w != 0)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_host_undoes_all_updates(MemoryKind kind)
    {
        foreach (var address in Addresses(kind))
        {
            using var target = new UpdateTarget(
                kind,
                address,
                Bytes,
                () => EnginesAtHand.DefaultEngine
            );
            target.Update(1000, times: 1);
            target.Update(1, times: 1);
            target.CheckUpdated();

            // The table is as it was, but the updates are counted: undoing them twice is wrong.
            Assert.Throws<AssertionException>(target.CheckUpdated);
        }
    }

    [Fact]
    public void A_word_that_no_update_explains_is_found()
    {
        using var target = new UpdateTarget(
            MemoryKind.memory64,
            Line,
            Bytes,
            () => EnginesAtHand.DefaultEngine
        );
        target.Update(1000, times: 1);
        *(ulong*)target.Memory.Locate(Line + 80, 8) ^= 1;
        var exception = Assert.Throws<AssertionException>(target.CheckUpdated);
        Assert.StartsWith(
            "word after undoing all updates: at address 0x100000050 ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_engine_updates_on_both_sides_of_the_line(string engine, MemoryKind kind)
    {
        foreach (var address in Addresses(kind))
        {
            using var target = new UpdateTarget(
                kind,
                address,
                Bytes,
                () => EnginesAtHand.Engine(engine)
            );
            target.Update(10_000, times: 1);
            target.CheckUpdated();
        }
    }

    // Below, across and above the line.
    private static ulong[] Addresses(MemoryKind kind) =>
        kind == MemoryKind.memory32
            ? [Bytes, Line / 4]
            : [Bytes, Line - (Bytes / 2), Line + 8, Line * 3 / 2];
}
