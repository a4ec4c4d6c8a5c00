using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.Streams;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

public sealed class LargeSetTests
{
    [Theory]
    [InlineData(0, 128)]
    [InlineData(2, 128)]
    [InlineData(32, 128)]
    [InlineData(33, 256)]
    [InlineData(36, 256)]
    [InlineData(64, 256)]
    [InlineData(105, 512)]
    [InlineData(128, 512)]
    [InlineData(504, 512)]
    public void It_is_four_times_the_cache_and_a_power_of_two_within_limits(
        long cacheMiB,
        ulong setMiB
    ) => Assert.Equal(ByteSize.MiB(setMiB), LargeSet.Of(cacheMiB << 20));

    [Fact]
    public void On_this_machine_it_follows_the_recorded_cache() =>
        Assert.Equal(LargeSet.Of(MachineProbe.Read().LastLevelCacheBytes), LargeSet.Size);

    [Fact]
    public void Arrays_of_it_are_whole_slices_and_three_fit_above_the_line()
    {
        var largest = LargeSet.Of(long.MaxValue / 8).Bytes;
        Assert.Equal(0UL, LargeSet.Of(0).Bytes % StreamTarget.SliceBytes);
        Assert.Equal(0UL, largest % StreamTarget.SliceBytes);
        Assert.InRange(3 * largest, 1UL, ByteSize.GiB(2).Bytes);
    }
}
