using Memory64.Bench.Harness.Machines;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines;

public sealed class MemoryPreflightTests
{
    private const ulong GiB = 1UL << 30;
    private const ulong Headroom = GiB / 2;

    [Theory]
    [InlineData(12 * GiB, (91 * GiB) / 10, "needs 12.5 GiB, 9.1 GiB available")]
    [InlineData(2 * GiB, 0, "needs 2.5 GiB, 0.0 GiB available")]
    [InlineData(6 * GiB, (6 * GiB) + Headroom - 1, "needs 6.5 GiB, 6.5 GiB available")]
    public void Says_what_is_needed_and_what_there_is(
        ulong resident,
        ulong available,
        string reason
    ) => Assert.Equal(reason, MemoryPreflight.ReasonToSkip(resident, available));

    [Theory]
    [InlineData(6 * GiB, (6 * GiB) + Headroom)]
    [InlineData(6 * GiB, 16 * GiB)]
    [InlineData(0, 16 * GiB)]
    [InlineData(0, 0)]
    public void Passes_what_fits_and_what_keeps_nothing(ulong resident, ulong available) =>
        Assert.Null(MemoryPreflight.ReasonToSkip(resident, available));
}
