using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Bridge;

/// <summary>What the room says of its cases.</summary>
public sealed class HostBridgeCaseTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Bridges_blocks_and_sums_the_same_bytes_in_place(int width)
    {
        foreach (var size in (string[])["64KiB", "1MiB", "16MiB", "200MB"])
        {
            string Id(string method, string place) =>
                $"HostBridge.{method}(Memory={place}, Width={width}, Size={size})";
            var direct = Id("Direct", "memory64, Window=above");
            var native = Id("Direct", "native, Window=below");
            var bridge = Catalog.Named(Id("Bridge", "memory32"));
            Assert.Equal(
                [new("direct", direct), new("native", Id("Bridge", "native"))],
                bridge.Controls
            );
            Assert.Equal([new("direct", native)], Catalog.Named(Id("Bridge", "native")).Controls);
            Assert.Equal(
                [new("memory32", Id("Direct", "memory32, Window=below")), new("native", native)],
                Catalog.Named(direct).Controls
            );
            Assert.Equal("bridge-m32", bridge.Description.Guest!.Name);
            Assert.Equal("bridge-m64", Catalog.Named(direct).Description.Guest!.Name);
            Assert.Equal(bridge.Description.Bytes, Catalog.Named(direct).Description.Bytes);
        }
    }

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("HostBridge");

    [Fact]
    public void Is_left_to_the_full_profile() => CaseAssert.IsInFullOnly("HostBridge");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident(
            "HostBridge",
            measured =>
                RegionOf(measured) + (measured.Method == "Bridge" ? CaseAssert.SizeOf(measured) : 0)
        );

    // What a cache holds would be summed there, whether it was copied or not.
    [Fact]
    public void Takes_blocks_from_more_than_a_cache_holds() =>
        Assert.All(
            Catalog.Of("HostBridge"),
            measured =>
                Assert.InRange(
                    measured.Description.ResidentBytes,
                    LargeSet.Size.Bytes,
                    ByteSize.GiB(2).Bytes
                )
        );

    private static ulong RegionOf(Case measured) =>
        CaseAssert.SizeOf(measured)
        * (ulong)Math.Ceiling(LargeSet.Size.Bytes / (double)CaseAssert.SizeOf(measured));
}
