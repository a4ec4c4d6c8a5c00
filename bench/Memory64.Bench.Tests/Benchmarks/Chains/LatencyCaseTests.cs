using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Chains;

/// <summary>What the room says of its cases.</summary>
public sealed class LatencyCaseTests
{
    [Fact]
    public void Accesses_at_random_and_in_strides_on_both_sides_of_the_line()
    {
        foreach (
            var place in (string[])
                [
                    "Memory=memory64, Window=below",
                    "Memory=memory64, Window=above",
                    "Memory=memory32, Window=below",
                    "Memory=native, Window=below",
                ]
        )
        {
            foreach (var set in (string[])["cached", "uncached"])
            {
                Assert.Contains($"Latency.Chase({place}, Set={set})", Catalog.Ids);
                Assert.Contains($"Latency.Update({place}, Set={set})", Catalog.Ids);
            }

            foreach (var stride in (int[])[4, 64, 1024, 4096])
            {
                Assert.Contains($"Latency.Stride({place}, StrideKiB={stride})", Catalog.Ids);
            }
        }
    }

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("Latency");

    [Fact]
    public void Is_left_to_the_full_profile() => CaseAssert.IsInFullOnly("Latency");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident(
            "Latency",
            measured =>
                measured.Method == "Stride" ? 512 * (ulong)Environment.SystemPageSize
                : measured.Id.Contains("Set=cached", StringComparison.Ordinal) ? 16UL << 10
                : LargeSet.Size.Bytes
        );
}
