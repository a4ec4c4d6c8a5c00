using Memory64.Bench.Benchmarks.Bridge;
using Memory64.Bench.Benchmarks.Chains;
using Memory64.Bench.Benchmarks.Host;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.Streams;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Tests.Harness.Cases;
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

    [Theory]
    [InlineData(
        0,
        "goes through 128MiB, which the last-level cache may hold: its size is not known"
    )]
    [InlineData(2, null)]
    [InlineData(32, null)]
    [InlineData(128, null)]
    [InlineData(
        260,
        "goes through 512MiB, 2.0 times the last-level cache, which may hold a part of it"
    )]
    [InlineData(
        508,
        "goes through 512MiB, 1.0 times the last-level cache, which may hold a part of it"
    )]
    public void Says_where_it_is_less_than_four_times_the_cache(long cacheMiB, string? remark) =>
        Assert.Equal(remark, LargeSet.RemarkOf(cacheMiB << 20));

    [Fact]
    public void Every_case_that_goes_through_it_says_so() =>
        Assert.All(
            Catalog.All.Where(measured =>
                measured.Description.ResidentBytes >= LargeSet.Size.Bytes
                && measured.Benchmark
                    is nameof(Bandwidth)
                        or nameof(HostAccess)
                        or nameof(HostBridge)
                        or nameof(Latency)
            ),
            measured => Assert.Equal(LargeSet.Remark, measured.Description.Remark)
        );

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
