using Memory64.Bench.Harness.Machines.Memories;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Memories;

public sealed unsafe class PageMapTests
{
    private const ulong GiB = 1UL << 30;

    [Fact]
    public void Only_what_is_touched_below_the_address_in_its_GiB_shares_the_table()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a page map");
        using var memory = new SystemMemory(4 * GiB);
        memory.MakeAccessible(4 * GiB);
        var line = (byte*)(((ulong)memory.Data + (2 * GiB)) / GiB * GiB);
        var address = line + (GiB / 2);

        Assert.False(PageMap.SharesTableWithTouched(address));

        line[-1] = 1;
        *address = 1;
        Assert.False(PageMap.SharesTableWithTouched(address));
        Assert.False(PageMap.SharesTableWithTouched(line));

        *line = 1;
        Assert.True(PageMap.SharesTableWithTouched(address));
    }
}
