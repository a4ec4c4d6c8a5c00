using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Giants;

/// <summary>What the room says of its cases.</summary>
public sealed class LargeCaseTests
{
    [Fact]
    public void Each_size_is_compared_with_16_GiB_and_with_the_bare_system_calls()
    {
        var large = Catalog.Named("LargeMemory.Instantiate(Size=128GiB)");

        Assert.Equal(
            ["LargeMemory.Instantiate(Size=16GiB)", "LargeMemory.SystemCalls(Size=128GiB)"],
            large.Controls.Select(control => control.Value)
        );
        Assert.Equal(
            ["LargeMemory.Seed(Size=16GiB)"],
            Catalog.Named("LargeMemory.Seed(Size=32GiB)").Controls.Select(control => control.Value)
        );
    }

    [Fact]
    public void Touches_a_few_pages_only() =>
        CaseAssert.KeepsResident(
            "LargeMemory",
            measured => measured.Method == "SystemCalls" ? 0 : 512UL << 20
        );

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("LargeMemory");

    [Fact]
    public void Is_left_to_the_full_profile() => CaseAssert.IsInFullOnly("LargeMemory");
}
