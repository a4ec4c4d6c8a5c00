using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.Streams;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Streams;

/// <summary>What is checked after streaming: right results pass, and others don't.</summary>
public sealed class StreamTargetTests
{
    private const ulong ArrayBytes = 2UL * StreamTarget.SliceBytes;

    public static TheoryData<MemoryKind, Window, int> Places =>
        new()
        {
            { MemoryKind.memory64, Window.below, 8 },
            { MemoryKind.memory64, Window.across, 8 },
            { MemoryKind.memory64, Window.across, 16 },
            { MemoryKind.memory64, Window.above, 16 },
            { MemoryKind.memory32, Window.below, 8 },
            { MemoryKind.memory32, Window.below, 16 },
            { MemoryKind.native, Window.below, 8 },
            { MemoryKind.native, Window.across, 16 },
        };

    // One slice, all slices, and all of them and one again.
    [Theory]
    [MemberData(nameof(Places))]
    public void Results_of_each_kernel_pass(MemoryKind kind, Window window, int width)
    {
        using var target = Create(kind, window, width);
        for (var calls = 1; calls <= 3; calls++)
        {
            target.Read();
            target.CheckRead();
        }

        Repeat(target.Triad, target.CheckCombined);
        Repeat(target.Copy, target.CheckCopied);
        Repeat(target.Fill, target.CheckFilled);
        Repeat(target.Write, target.CheckWritten);
    }

    [Theory]
    [InlineData(Window.below)]
    [InlineData(Window.across)]
    public void Results_of_another_kernel_do_not(Window window)
    {
        Action<StreamTarget>[] kernels =
        [
            t => t.Write(),
            t => t.Fill(),
            t => t.Copy(),
            t => t.Triad(),
        ];
        Action<StreamTarget>[] checks =
        [
            t => t.CheckWritten(),
            t => t.CheckFilled(),
            t => t.CheckCopied(),
            t => t.CheckCombined(),
        ];
        for (var kernel = 0; kernel < kernels.Length; kernel++)
        {
            using var target = Create(MemoryKind.memory64, window, 8);
            kernels[kernel](target);
            Assert.Throws<AssertionException>(target.CheckRead);
            for (var check = 0; check < checks.Length; check++)
            {
                if (check != kernel)
                {
                    Assert.Throws<AssertionException>(() => checks[check](target));
                }
            }

            checks[kernel](target);
        }
    }

    [Fact]
    public void A_sum_is_no_number_of_words()
    {
        using var target = Create(MemoryKind.memory64, Window.above, 8);
        target.Read();
        var exception = Assert.Throws<AssertionException>(target.CheckCopied);
        Assert.StartsWith(
            "words of a slice: at address 0x180000000 ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_side_of_a_duel_goes_through_parts_of_a_slice_which_are_checked_alike()
    {
        (Action<StreamTarget> Kernel, Action<StreamTarget> Check)[] kernels =
        [
            (t => t.Read(), t => t.CheckRead()),
            (t => t.Write(), t => t.CheckWritten()),
            (t => t.Copy(), t => t.CheckCopied()),
            (t => t.Triad(), t => t.CheckCombined()),
        ];
        foreach (var (kernel, check) in kernels)
        {
            using var target = Create(
                MemoryKind.memory64,
                Window.across,
                16,
                StreamTarget.PartsOfSlice
            );
            for (var part = 0; part < (StreamTarget.PartsOfSlice * 2) + 1; part++)
            {
                kernel(target);
                check(target);
            }
        }
    }

    [Fact]
    public void Sides_of_a_duel_read_the_same_array_from_different_places()
    {
        Assert.SkipUnless(SharedArray.IsSupported, "this system can't map it");
        using var wide = Shared(MemoryKind.memory64, Window.above);
        using var narrow = Shared(MemoryKind.memory32, Window.below);
        using var native = Shared(MemoryKind.native, Window.below);
        StreamTarget[] sides = [wide, narrow, native];

        for (var part = 0; part < (StreamTarget.PartsOfSlice * 2) + 1; part++)
        {
            foreach (var side in sides)
            {
                side.Read();
                side.CheckRead();
            }
        }

        static StreamTarget Shared(MemoryKind kind, Window window) =>
            Create(kind, window, 16, StreamTarget.PartsOfSlice, isShared: true);
    }

    private static StreamTarget Create(
        MemoryKind kind,
        Window window,
        int width,
        int parts = 1,
        bool isShared = false
    ) =>
        new(kind, width, 3, ArrayBytes, window, parts, isShared, () => EnginesAtHand.DefaultEngine);

    // Twice, so that each slice has the results of this kernel.
    private static void Repeat(Action kernel, Action check)
    {
        kernel();
        kernel();
        check();
        kernel();
        check();
        kernel();
        check();
    }
}
