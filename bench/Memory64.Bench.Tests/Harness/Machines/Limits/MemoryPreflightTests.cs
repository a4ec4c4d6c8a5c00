using Memory64.Bench.Harness.Machines.Limits;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Limits;

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

    [Fact]
    public void Says_what_a_system_wants_that_charges_what_is_not_touched() =>
        Assert.Equal(
            "needs 16.5 GiB, touched or not, because this system counts a memory's whole size against main memory and swap or page file; 9.1 GiB can be had",
            MemoryPreflight.ReasonToSkipUntouched(16 * GiB, (91 * GiB) / 10)
        );

    [Theory]
    [InlineData(16 * GiB, (16 * GiB) + Headroom)]
    [InlineData(16 * GiB, null)]
    public void Passes_what_can_be_charged_or_is_not(ulong accessible, ulong? committable) =>
        Assert.Null(MemoryPreflight.ReasonToSkipUntouched(accessible, committable));

    [Theory]
    [InlineData(6 * GiB, (6 * GiB) + Headroom)]
    [InlineData(6 * GiB, 16 * GiB)]
    [InlineData(0, 16 * GiB)]
    [InlineData(0, 0)]
    public void Passes_what_fits_and_what_keeps_nothing(ulong resident, ulong available) =>
        Assert.Null(MemoryPreflight.ReasonToSkip(resident, available));
}
