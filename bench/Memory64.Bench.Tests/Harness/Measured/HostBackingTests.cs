using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measured;

[Collection(AloneCollection.Name)]
public sealed class HostBackingTests
{
    private const ulong MiB = 1UL << 20;
    private const ulong LargestPage = 2 * MiB;

    [Theory]
    [InlineData(1024, 20_000, 1280)]
    [InlineData(1024, 1600, 1088)]
    [InlineData(1024, 512, 0)]
    [InlineData(1024, 100, 0)]
    public void Takes_a_quarter_more_but_not_what_the_machine_needs(
        ulong touchedMiB,
        ulong availableMiB,
        ulong expectedMiB
    ) =>
        Assert.Equal(expectedMiB * MiB, HostBacking.BytesFor(touchedMiB * MiB, availableMiB * MiB));

    [Fact]
    public void Touches_its_pages_and_gives_them_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it does nothing on other systems");
        const ulong bytes = 256 * MiB;
        var resident = ProcessMemory.ResidentBytes();
        var faults = ProcessMemory.PageFaults().Minor;

        HostBacking.Ensure(bytes);

        Assert.True(
            ProcessMemory.PageFaults().Minor - faults >= (long)(bytes * 5 / 4 / LargestPage)
        );
        Assert.True(ProcessMemory.ResidentBytes() - resident < (long)bytes / 2);
    }
}
