using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Streams;

/// <summary>What the room says of its cases.</summary>
public sealed class BandwidthCaseTests
{
    [Theory]
    [InlineData("Read", 1)]
    [InlineData("Write", 1)]
    [InlineData("Fill", 1)]
    [InlineData("Copy", 2)]
    [InlineData("Triad", 3)]
    public void Streams_on_both_sides_of_the_line_and_counts_bytes_as_STREAM_does(
        string method,
        long streams
    )
    {
        foreach (var width in (int[])[8, 16])
        {
            foreach (
                var place in (string[])
                    [
                        "Memory=memory64, Window=below",
                        "Memory=memory64, Window=across",
                        "Memory=memory64, Window=above",
                        "Memory=memory32, Window=below",
                        "Memory=native, Window=below",
                    ]
            )
            {
                var id = $"Bandwidth.{method}({place}, Width={width})";
                Assert.Contains(id, Catalog.Ids);
                Assert.Equal(streams * (4 << 20), Catalog.Named(id).Description.Bytes);
            }
        }
    }

    [Theory]
    [InlineData("memory64")]
    [InlineData("memory32")]
    [InlineData("native")]
    public void Streams_reads_of_both_widths_in_the_standard_profile(string memory)
    {
        CaseAssert.IsInStandard($"Bandwidth.Read(Memory={memory}, Window=below, Width=8)");
        CaseAssert.IsInStandard($"Bandwidth.Read(Memory={memory}, Window=below, Width=16)");
    }

    // Ten minutes have room for a dozen of these, at a second a round.
    [Fact]
    public void Streams_the_main_rows_only_in_the_standard_profile() =>
        Assert.InRange(
            Catalog.All.Count(measured =>
                measured is { Benchmark: "Bandwidth", Description.Profile: <= Profile.Standard }
            ),
            8,
            12
        );

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("Bandwidth");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident(
            "Bandwidth",
            measured =>
                measured.Method switch
                {
                    "Copy" => 2 * LargeSet.Size.Bytes,
                    "Triad" => 3 * LargeSet.Size.Bytes,
                    _ => LargeSet.Size.Bytes,
                }
        );
}
