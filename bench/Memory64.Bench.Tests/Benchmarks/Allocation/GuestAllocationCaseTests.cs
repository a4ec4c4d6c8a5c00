using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Allocation;

/// <summary>What the room says of its cases.</summary>
public sealed class GuestAllocationCaseTests
{
    [Fact]
    public void Allocates_every_size_of_the_seed_by_its_test()
    {
        for (var size = 1; size <= 6; size++)
        {
            CaseAssert.IsInStandard($"GuestAllocation.Seed(Memory=memory64, Size={size}GiB)");
            foreach (
                var method in (string[])["GrowReserved", "GrowRelocating", "ZeroFill", "FirstTouch"]
            )
            {
                Assert.Contains(
                    $"GuestAllocation.{method}(Memory=memory64, Size={size}GiB)",
                    Catalog.Ids
                );
            }
        }
    }

    [Fact]
    public void Has_cases_in_each_profile() => CaseAssert.IsInEachProfile("GuestAllocation");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident(
            "GuestAllocation",
            measured =>
                measured.Method switch
                {
                    "GrowRelocating" => 2 * CaseAssert.SizeOf(measured),
                    "ZeroFill" or "FirstTouch" => CaseAssert.SizeOf(measured),
                    _ => 0,
                }
        );
}
