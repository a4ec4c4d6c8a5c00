using Memory64.Bench.Benchmarks.Access;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Access;

/// <summary>The access kernels: three kinds of memory, four widths, one meaning.</summary>
public sealed class AccessTargetTests
{
    private const ulong Bytes = 4096;
    private const ulong Line = 0x1_0000_0000;

    public static MatrixTheoryData<MemoryKind, int> All { get; } =
        new([MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native], [1, 4, 8, 16]);

    [Theory]
    [MemberData(nameof(All))]
    public void Reads_sum_the_windows_words(MemoryKind kind, int width)
    {
        using var target = Create(kind, width);
        foreach (var window in Windows(kind))
        {
            target.WritePattern(window, Bytes);

            // Once more, from the pattern itself and byte by byte.
            var sum = 0UL;
            for (var at = 0UL; at < Bytes; at++)
            {
                var unit = at % (ulong)Math.Min(width, sizeof(ulong));
                var value = (byte)(Pattern.At(window + at - (at % 8)) >> (int)(at % 8 * 8));
                sum = unchecked(sum + ((ulong)value << (int)(unit * 8)));
            }

            Assert.Equal(sum, target.SumOf(window, Bytes, width));
            Assert.Equal(sum, target.Kernels.Read(window, Bytes, 1));
            Assert.Equal(unchecked(3 * sum), target.Kernels.Read(window, Bytes, 3));
            Assert.Equal(0UL, target.Kernels.Read(window, Bytes, 0));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Writes_leave_their_counter_in_every_word(MemoryKind kind, int width)
    {
        using var target = Create(kind, width);
        var words = Bytes / (ulong)width;
        foreach (var window in Windows(kind))
        {
            target.WritePattern(window, Bytes);
            var before = target.WordAt(window - 16, 16);
            var after = target.WordAt(window + Bytes, 16);

            Assert.Equal(words, target.Kernels.Write(window, Bytes, 1));

            target.CheckWritten(window, Bytes, width);
            var halves = width == 16 ? 2UL : 1UL;
            Assert.Equal(halves * (width == 1 ? (byte)words : words), target.WordAt(window, width));
            Assert.Equal(halves * 8, target.WordAt(window + Bytes - (ulong)width, width));
            Assert.Equal(before, target.WordAt(window - 16, 16));
            Assert.Equal(after, target.WordAt(window + Bytes, 16));

            Assert.Equal(3 * words, target.Kernels.Write(window, Bytes, 3));
            target.CheckWritten(window, Bytes, width);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_word_that_no_kernel_wrote_is_found(MemoryKind kind, int width)
    {
        using var target = Create(kind, width);
        var window = Windows(kind)[^1];
        target.WritePattern(window, Bytes);
        var exception = Assert.Throws<AssertionException>(() =>
            target.CheckWritten(window, Bytes, width)
        );
        Assert.Contains(
            $"at address 0x{window:X} expected",
            exception.Message,
            StringComparison.Ordinal
        );

        // All but the last eight words.
        target.Kernels.Write(window, Bytes, 1);
        var last = window + Bytes - (8UL * (ulong)width);
        target.WritePattern(last & ~7UL, 8UL * (ulong)width);
        exception = Assert.Throws<AssertionException>(() =>
            target.CheckWritten(window, Bytes, width)
        );
        Assert.Contains(
            $"at address 0x{last:X} expected",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Kernels_that_stay_at_one_address_use_that_word_alone(MemoryKind kind, int width)
    {
        const ulong count = 24;
        using var target = Create(kind, width);
        foreach (var word in Words(kind, width))
        {
            var area = (word - 64) & ~7UL;
            target.WritePattern(area, 128);
            var expected = unchecked(count * target.WordAt(word, width));
            Assert.Equal(expected, target.Kernels.ReadAt(word, count));
            Assert.Equal(0UL, target.Kernels.ReadAt(word, 0));

            var below = target.WordAt(word - 8, 8);
            var above = target.WordAt(word + (ulong)width, 8);
            Assert.Equal(count, target.Kernels.WriteAt(word, count));
            Assert.Equal(width == 16 ? 16UL : 8, target.WordAt(word, width));
            Assert.Equal(below, target.WordAt(word - 8, 8));
            Assert.Equal(above, target.WordAt(word + (ulong)width, 8));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_empty_loop_ends_where_a_pass_of_8_byte_steps_ends(MemoryKind kind, int width)
    {
        using var target = Create(kind, width);
        Assert.Equal(128UL, target.Kernels.Empty(16, 1));
        Assert.Equal(128UL, target.Kernels.Empty(16, 5));
        Assert.Equal(0UL, target.Kernels.Empty(16, 0));
        Assert.Equal(0UL, target.Kernels.Empty(0, 1));
    }

    [Fact]
    public void Another_width_is_refused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Create(MemoryKind.native, 2)
        );
        Assert.Equal("width", exception.ParamName);
    }

    private static AccessTarget Create(MemoryKind kind, int width) =>
        new(kind, width, () => EnginesAtHand.DefaultEngine);

    // Below, across and above the line; a full memory32 ends there.
    private static ulong[] Windows(MemoryKind kind) =>
        kind == MemoryKind.memory32
            ? [Bytes, Line / 2]
            : [Bytes, Line - (Bytes / 2), Line + Bytes, Line * 3 / 2];

    // Aligned; across a page; across and on the line; above it.
    private static ulong[] Words(MemoryKind kind, int width)
    {
        var half = (ulong)(width + 1) / 2;
        return kind == MemoryKind.memory32
            ? [4096, (Line / 4) - half]
            : [4096, (Line / 4) - half, Line - half, Line, (Line * 3 / 2) + 1];
    }
}
