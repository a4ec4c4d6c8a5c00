using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Instantiation;

/// <summary>What the room says of its cases.</summary>
public sealed class MemoryInstantiationCaseTests
{
    [Fact]
    public void Creates_both_sizes_with_both_allocators()
    {
        foreach (var size in (string[])["8GiB", "16GiB"])
        {
            foreach (var allocator in (string[])["OnDemand", "Pooling"])
            {
                CaseAssert.IsInStandard(
                    $"MemoryInstantiation.Instantiate(Memory=memory64, Size={size}, Allocator={allocator})"
                );
            }

            CaseAssert.IsInStandard(
                $"MemoryInstantiation.First(Memory=memory64, Size={size}, Allocator=OnDemand)"
            );
            CaseAssert.IsInStandard(
                $"MemoryInstantiation.HostCreated(Memory=memory64, Size={size})"
            );
            CaseAssert.IsInStandard($"MemoryInstantiation.SystemCalls(Memory=native, Size={size})");
        }

        CaseAssert.IsInStandard(
            "MemoryInstantiation.Instantiate(Memory=memory32, Size=64KiB, Allocator=OnDemand)"
        );
        CaseAssert.IsInStandard(
            "MemoryInstantiation.Instantiate(Memory=memory32, Size=4GiB, Allocator=OnDemand)"
        );
    }

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("MemoryInstantiation");

    [Fact]
    public void Has_cases_in_each_profile() => CaseAssert.IsInEachProfile("MemoryInstantiation");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident("MemoryInstantiation", measured => 0);
}
