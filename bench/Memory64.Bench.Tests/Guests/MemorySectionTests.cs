using Memory64.Bench.Guests;
using Xunit;

namespace Memory64.Bench.Tests.Guests;

public sealed class MemorySectionTests
{
    [Theory]
    [InlineData("instantiation-m64-16GiB", 16UL << 30)]
    [InlineData("instantiation-m64-8GiB", 8UL << 30)]
    [InlineData("instantiation-m32-4GiB", 4UL << 30)]
    [InlineData("instantiation-m32-64KiB", 64UL << 10)]
    [InlineData("model-multi-m64", 3 * (64UL << 10))]
    [InlineData("allocation-m64", 0UL)]
    [InlineData("imported-m64", 0UL)]
    public void Knows_with_how_much_a_guests_memory_begins(string guest, ulong bytes) =>
        Assert.Equal(bytes, Guest.Named(guest).InitialBytes);

    [Theory]
    [InlineData("BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)", 8UL << 30)]
    [InlineData("MemoryInstantiation.HostCreated(Memory=memory64, Size=16GiB)", 16UL << 30)]
    [InlineData("GuestAllocation.Seed(Memory=native, Size=6GiB)", 6UL << 30)]
    [InlineData("GuestAllocation.ZeroFill(Memory=native, Size=6GiB)", 12UL << 30)]
    public void A_case_makes_accessible_what_it_begins_with_or_keeps_both_sides_of_a_duel_included(
        string id,
        ulong bytes
    ) => Assert.Equal(bytes, Harness.Running.Plans.Case(id).Description.AccessibleBytes);
}
