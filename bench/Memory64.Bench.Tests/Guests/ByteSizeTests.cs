using Memory64.Bench.Guests;
using Xunit;

namespace Memory64.Bench.Tests.Guests;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(1UL << 30, "1GiB")]
    [InlineData(16UL << 30, "16GiB")]
    [InlineData(3UL << 29, "1536MiB")]
    [InlineData(1UL << 20, "1MiB")]
    [InlineData(200_000_000UL, "200MB")]
    [InlineData(16_000_000UL, "16MB")]
    [InlineData(1_000_000UL << 20, "1000000MiB")]
    [InlineData(1025UL << 10, "1025KiB")]
    [InlineData(64UL << 10, "64KiB")]
    [InlineData(1536UL, "1536B")]
    [InlineData(1023UL, "1023B")]
    [InlineData(1UL, "1B")]
    [InlineData(0UL, "0KiB")]
    [InlineData(ulong.MaxValue, "18446744073709551615B")]
    public void It_is_written_in_the_largest_unit_that_divides_it(ulong bytes, string text) =>
        Assert.Equal(text, new ByteSize(bytes).ToString());

    [Fact]
    public void Units_and_pages_are_binary()
    {
        Assert.Equal(65_536UL, ByteSize.KiB(64).Bytes);
        Assert.Equal(1UL, ByteSize.KiB(64).Pages);
        Assert.Equal(1_048_576UL, ByteSize.MiB(1).Bytes);
        Assert.Equal(131_072UL, ByteSize.GiB(8).Pages);
        Assert.Equal(262_144UL, ByteSize.GiB(16).Pages);
        Assert.Equal(0x1_0000_0000UL, ByteSize.FourGiB.Bytes);
    }

    [Fact]
    public void A_megabyte_is_decimal() => Assert.Equal(200_000_000UL, ByteSize.MB(200).Bytes);
}
