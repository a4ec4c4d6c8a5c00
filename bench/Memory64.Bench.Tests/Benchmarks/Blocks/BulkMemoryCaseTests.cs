using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Blocks;

/// <summary>What the room says of its cases.</summary>
public sealed class BulkMemoryCaseTests
{
    [Theory]
    [InlineData("Fill", 1)]
    [InlineData("Copy", 2)]
    public void Fills_and_copies_16_B_to_256_MiB(string method, long streams)
    {
        foreach (var memory in (string[])["memory64", "memory32", "native"])
        {
            string Id(string suffix, string size) =>
                $"BulkMemory.{method}{suffix}(Memory={memory}, Size={size})";
            foreach (var size in (string[])["64KiB", "1MiB", "16MiB", "256MiB"])
            {
                Assert.Contains(Id("", size), Catalog.Ids);
            }

            foreach (var size in (string[])["16B", "64B", "256B", "1KiB", "4KiB"])
            {
                Assert.Contains(Id("Small", size), Catalog.Ids);
            }

            foreach (var size in (string[])["16B", "64B", "256B"])
            {
                Assert.Contains(
                    KeyValuePair.Create("variable length", Id("Small", size)),
                    Catalog.Named(Id("Constant", size)).Controls
                );
            }

            Assert.Equal(streams << 28, Catalog.Named(Id("", "256MiB")).Description.Bytes);
            Assert.Equal(streams * 16, Catalog.Named(Id("Constant", "16B")).Description.Bytes);
        }
    }

    [Fact]
    public void Measures_every_control_with_its_case() =>
        CaseAssert.HasControlsInItsProfiles("BulkMemory");

    [Fact]
    public void Is_left_to_the_full_profile() => CaseAssert.IsInFullOnly("BulkMemory");

    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident("BulkMemory", measured => 2 * CaseAssert.SizeOf(measured));
}
