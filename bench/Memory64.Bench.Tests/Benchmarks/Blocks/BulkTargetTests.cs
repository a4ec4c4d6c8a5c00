using Memory64.Bench.Benchmarks.Blocks;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Blocks;

/// <summary>The fill and copy kernels, and what is checked after them.</summary>
public sealed class BulkTargetTests
{
    private const ulong Line = 0x1_0000_0000;
    private const ulong Below = 4096;

    public static MatrixTheoryData<MemoryKind, ulong> All { get; } =
        new(
            [MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native],
            [8UL, 16, 64, 256, 65_536]
        );

    public static MatrixTheoryData<string, MemoryKind> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32]
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Fill_clears_the_first_area(MemoryKind kind, ulong bytes)
    {
        foreach (var address in Addresses(kind, bytes))
        {
            using var target = Create(kind, bytes, address);
            Assert.Equal(3UL, target.Kernels.Fill(address, bytes, 3));
            target.CheckFilled();
            Assert.Throws<AssertionException>(target.CheckCopied);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Copy_repeats_the_first_area_in_the_second(MemoryKind kind, ulong bytes)
    {
        foreach (var address in Addresses(kind, bytes))
        {
            using var target = Create(kind, bytes, address);
            Assert.Equal(3UL, target.Kernels.Copy(address, bytes, 3));
            target.CheckCopied();
            Assert.Throws<AssertionException>(target.CheckFilled);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_constant_length_does_the_same(MemoryKind kind, ulong bytes)
    {
        foreach (var address in Addresses(kind, bytes))
        {
            using var filled = Create(kind, bytes, address);
            using var copied = Create(kind, bytes, address);
            if (!BulkKernels.ConstantLengths.Contains(bytes))
            {
                Assert.Null(filled.Kernels.FillConstant);
                Assert.Null(copied.Kernels.CopyConstant);
                continue;
            }

            Assert.Equal(3UL, filled.Kernels.FillConstant!(address, 3));
            filled.CheckFilled();
            Assert.Equal(3UL, copied.Kernels.CopyConstant!(address, 3));
            copied.CheckCopied();
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_engine_fills_and_copies_across_the_line(string engine, MemoryKind kind)
    {
        foreach (var bytes in (ulong[])[64, 65_536])
        {
            foreach (var address in Addresses(kind, bytes).TakeLast(3))
            {
                BulkTarget Create() =>
                    new(kind, bytes, address, () => EnginesAtHand.Engine(engine));
                using var filled = Create();
                filled.Kernels.Fill(address, bytes, 1);
                filled.CheckFilled();
                using var copied = Create();
                copied.Kernels.Copy(address, bytes, 1);
                copied.CheckCopied();
                if (BulkKernels.ConstantLengths.Contains(bytes))
                {
                    using var constant = Create();
                    constant.Kernels.CopyConstant!(address, 1);
                    constant.CheckCopied();
                    using var cleared = Create();
                    cleared.Kernels.FillConstant!(address, 1);
                    cleared.CheckFilled();
                }
            }
        }
    }

    [Theory]
    [InlineData(MemoryKind.memory64)]
    [InlineData(MemoryKind.memory32)]
    [InlineData(MemoryKind.native)]
    public void A_byte_too_many_or_none_at_all_is_found(MemoryKind kind)
    {
        const ulong bytes = 64;
        using var nothing = Create(kind, bytes, Below);
        nothing.Kernels.Fill(Below, bytes, 0);
        Assert.Throws<AssertionException>(nothing.CheckFilled);
        nothing.Kernels.Copy(Below, bytes, 0);
        Assert.Throws<AssertionException>(nothing.CheckCopied);

        using var filled = Create(kind, bytes, Below);
        filled.Kernels.Fill(Below, bytes + 1, 1);
        Assert.Throws<AssertionException>(filled.CheckFilled);

        using var less = Create(kind, bytes, Below);
        less.Kernels.Fill(Below, bytes - 1, 1);
        Assert.Throws<AssertionException>(less.CheckFilled);

        using var before = Create(kind, bytes, Below);
        before.Kernels.Fill(Below - 1, bytes + 1, 1);
        Assert.Throws<AssertionException>(before.CheckFilled);
    }

    // LLVM would make loads and stores of a short copy: this proves that the committed guests hold the instruction.
    [Theory]
    [InlineData(MemoryKind.memory64, 0x42)]
    [InlineData(MemoryKind.memory32, 0x41)]
    public void The_guest_has_one_instruction_a_constant_length(MemoryKind kind, byte constant)
    {
        byte[] fill = [0xFC, 0x0B, 0x00];
        byte[] copy = [0xFC, 0x0A, 0x00, 0x00];
        var wasm = BulkTarget.GuestOf(kind).Wasm.Span;
        Assert.Equal(BulkKernels.ConstantLengths.Count + 1, wasm.Count(fill));
        Assert.Equal(BulkKernels.ConstantLengths.Count + 1, wasm.Count(copy));
        foreach (
            var length in (byte[][])
                [
                    [0x10],
                    [0xC0, 0x00],
                    [0x80, 0x02],
                ]
        )
        {
            Assert.Equal(1, wasm.Count([constant, .. length, .. fill]));
            Assert.Equal(1, wasm.Count([constant, .. length, .. copy]));
        }
    }

    private static BulkTarget Create(MemoryKind kind, ulong bytes, ulong address) =>
        new(kind, bytes, address, () => EnginesAtHand.DefaultEngine);

    // Below the line; the line in the middle of the first area, or between both; above it.
    private static ulong[] Addresses(MemoryKind kind, ulong bytes) =>
        kind == MemoryKind.memory32
            ? [Below, Line / 2]
            : [Below, Line - (bytes / 2 / 8 * 8), Line - bytes, Line * 3 / 2];
}
