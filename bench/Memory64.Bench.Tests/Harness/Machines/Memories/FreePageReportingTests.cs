using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Memories;

public sealed class FreePageReportingTests
{
    private const string Balloon = "0x0005";
    private const string Disk = "0x0002";

    [Theory]
    [InlineData(Balloon, "0110010100000000", true)]
    [InlineData(Balloon, "0110000100000000", false)]
    [InlineData(Balloon, "01100", false)]
    [InlineData(Disk, "0110010100000000", false)]
    public void Is_on_where_a_memory_balloon_has_that_feature(
        string device,
        string features,
        bool expected
    )
    {
        using var system = new FakeSystem(1000)
            .Virtio("virtio0", Disk, "1111111111111111")
            .Virtio("virtio1", device, features);
        Assert.Equal(expected, system.ReportsFreePages);
    }

    [Fact]
    public void Is_off_where_there_are_no_such_devices()
    {
        using var system = new FakeSystem(1000);
        Assert.False(system.ReportsFreePages);
    }
}
