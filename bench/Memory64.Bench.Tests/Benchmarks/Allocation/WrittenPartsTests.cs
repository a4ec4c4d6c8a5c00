using Memory64.Bench.Benchmarks.Allocation;
using Memory64.Bench.Guests;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Allocation;

public sealed class WrittenPartsTests
{
    public static TheoryData<int> Sizes => [.. Enumerable.Range(1, GuestAllocation.Sizes.Count())];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_parts_are_all_of_the_memory_each_once(int size)
    {
        var parts = new WrittenParts(ByteSize.GiB((ulong)size));
        var addresses = Enumerable.Range(0, (int)parts.Count).Select(_ => parts.Take()).ToList();

        Assert.Equal(
            Enumerable
                .Range(0, (int)parts.Count)
                .Select(part => (ulong)part * WrittenParts.PartBytes),
            addresses.Order()
        );
        Assert.Equal(ByteSize.GiB((ulong)size).Bytes, parts.Bytes);
    }

    [Fact]
    public void A_dozen_parts_lie_on_both_sides_of_4_GiB()
    {
        var parts = new WrittenParts(ByteSize.GiB(6));
        var addresses = Enumerable.Range(0, 12).Select(_ => parts.Take()).ToList();

        Assert.Contains(addresses, address => address > ByteSize.FourGiB.Bytes);
        Assert.Contains(addresses, address => address < ByteSize.GiB(2).Bytes);
        Assert.Equal(addresses, parts.All.Select(part => part.Address));
        Assert.Equal(12 * WrittenParts.PartBytes, parts.Bytes);
    }

    [Fact]
    public void Without_a_part_it_is_the_whole() =>
        Assert.Equal([(0UL, 1UL << 30)], new WrittenParts(ByteSize.GiB(1)).All);
}
