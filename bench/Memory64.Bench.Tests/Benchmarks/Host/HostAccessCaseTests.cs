using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Host;

/// <summary>What the room says of its cases.</summary>
public sealed class HostAccessCaseTests
{
    [Fact]
    public void Accesses_guests_from_the_host_word_by_word_and_in_blocks()
    {
        foreach (var method in (string[])["Read", "Write"])
        {
            foreach (
                var place in (string[])
                    [
                        "memory64, Window=below",
                        "memory64, Window=above",
                        "memory32, Window=below",
                        "native, Window=below",
                    ]
            )
            {
                Assert.Contains($"HostAccess.{method}(Memory={place}, Size=8B)", Catalog.Ids);
            }
        }

        foreach (var method in (string[])["CopyIn", "CopyOut"])
        {
            foreach (
                var place in (string[])
                    ["memory64, Window=above", "memory32, Window=below", "native, Window=below"]
            )
            {
                foreach (var size in (string[])["64KiB", "1MiB", "200MB"])
                {
                    Assert.Contains(
                        $"HostAccess.{method}(Memory={place}, Size={size})",
                        Catalog.Ids
                    );
                }
            }
        }
    }

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("HostAccess");

    [Fact]
    public void Is_left_to_the_full_profile() => CaseAssert.IsInFullOnly("HostAccess");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident(
            "HostAccess",
            measured => measured.Method is "CopyIn" or "CopyOut" ? 2 * RegionOf(measured) : 0
        );

    // What a cache holds would be summed there, whether it was copied or not.
    [Fact]
    public void Takes_blocks_from_more_than_a_cache_holds() =>
        Assert.All(
            Catalog.Of("HostAccess").Where(measured => measured.Method is not ("Read" or "Write")),
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
