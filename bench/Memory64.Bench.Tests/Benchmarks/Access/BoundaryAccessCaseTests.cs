using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Access;

/// <summary>What the room says of its cases.</summary>
public sealed class BoundaryAccessCaseTests
{
    [Fact]
    public void Accesses_both_sides_of_the_line_in_every_width()
    {
        foreach (var method in (string[])["Read", "Write"])
        {
            foreach (var width in (int[])[1, 4, 8, 16])
            {
                foreach (var window in (string[])["below", "across", "above"])
                {
                    Assert.Contains(
                        $"BoundaryAccess.{method}(Memory=memory64, Window={window}, Width={width})",
                        Catalog.Ids
                    );
                }

                foreach (var twin in (string[])["memory32", "native"])
                {
                    Assert.Contains(
                        $"BoundaryAccess.{method}(Memory={twin}, Window=below, Width={width})",
                        Catalog.Ids
                    );
                }
            }

            foreach (var width in (int[])[4, 8, 16])
            {
                Assert.Contains(
                    $"BoundaryAccess.{method}At(Memory=memory64, Place=across4GiB, Width={width})",
                    Catalog.Ids
                );
            }
        }
    }

    [Theory]
    [InlineData("memory64")]
    [InlineData("memory32")]
    [InlineData("native")]
    public void Measures_the_loop_without_an_access(string memory) =>
        Assert.Contains($"BoundaryAccess.LoopOverhead(Memory={memory})", Catalog.Ids);

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("BoundaryAccess");

    [Fact]
    public void Has_cases_in_each_profile() => CaseAssert.IsInEachProfile("BoundaryAccess");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident("BoundaryAccess", measured => 0);
}
