using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Apis;

/// <summary>What the room says of its cases.</summary>
public sealed class HostApiCaseTests
{
    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("HostApi");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident("HostApi", measured => 0);
}
