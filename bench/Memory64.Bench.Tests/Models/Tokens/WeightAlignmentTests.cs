using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Models.Tokens;

public sealed class WeightAlignmentTests
{
    private const ulong KiB64 = 64 << 10,
        MiB = 1 << 20;

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(KiB64, 0, 0, 2 * MiB)]
    [InlineData(KiB64, KiB64, 0, KiB64)]
    [InlineData(2 * KiB64, (2 * MiB) + KiB64, 0, (2 * MiB) + KiB64)]
    [InlineData(MiB, 0, 0x7F00_0010_0000, MiB)]
    [InlineData(2 * MiB, 0, 0x7F00_0000_1000, (4 * MiB) - 0x1000)]
    public void The_rest_in_the_address_space_is_that_in_the_file(
        ulong from,
        ulong offset,
        ulong memory,
        ulong expected
    )
    {
        var alignment = new WeightAlignment(2 * MiB, memory);

        Assert.Equal(expected, alignment.Next(from, offset));
        Assert.Equal(offset % (2 * MiB), (memory + expected) % (2 * MiB));
    }

    [Fact]
    public void Small_pages_leave_what_begins_at_one_where_it_is() =>
        Assert.Equal(3 * KiB64, WeightAlignment.Pages.Next(3 * KiB64, 5 * KiB64));
}
