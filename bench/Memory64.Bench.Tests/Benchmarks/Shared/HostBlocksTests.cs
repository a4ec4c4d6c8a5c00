using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

public sealed unsafe class HostBlocksTests
{
    private const ulong Bytes = 1 << 20;

    [Fact]
    public void Every_word_is_the_pattern_of_its_origin()
    {
        using var blocks = new HostBlocks(Bytes);
        blocks.CheckPattern("word", HostBlocks.Origin, 0, Bytes);
        blocks.CheckPattern("word", HostBlocks.Origin + 4096, 4096, 64);
        Assert.Equal(
            Pattern.At(HostBlocks.Origin + Bytes - 8),
            *(ulong*)blocks.Locate(Bytes - 8, 8)
        );
    }

    [Fact]
    public void The_first_word_that_differs_is_named()
    {
        using var blocks = new HostBlocks(Bytes);
        *(ulong*)blocks.Locate(4096, 8) ^= 1;
        *(ulong*)blocks.Locate(8192, 8) ^= 1;
        var exception = Assert.Throws<AssertionException>(() =>
            blocks.CheckPattern("a word", HostBlocks.Origin, 0, Bytes)
        );
        Assert.StartsWith(
            "a word: at address 0x1000 ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Bytes, 1UL)]
    [InlineData(1UL, Bytes)]
    [InlineData(0UL, Bytes + 1)]
    [InlineData(ulong.MaxValue, 8UL)]
    [InlineData(8UL, ulong.MaxValue)]
    public void What_does_not_lie_inside_is_refused(ulong offset, ulong bytes)
    {
        using var blocks = new HostBlocks(Bytes);
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() =>
            (nint)blocks.Locate(offset, bytes)
        );
        Assert.Equal("offset", exception.ParamName);
        _ = (nint)blocks.Locate(Bytes, 0);
    }
}
